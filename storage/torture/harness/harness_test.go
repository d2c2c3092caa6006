package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestEveryWayToBreakABuildFitsTheSource(t *testing.T) {
	t.Chdir("../../..")
	for _, s := range sabotages {
		if _, err := overlay(s.name, t.TempDir()); err != nil {
			t.Error(err)
		}
	}
	if _, err := overlay("none", t.TempDir()); err == nil {
		t.Error("an unknown way is taken")
	}
}

func TestTheTableStandsBetweenItsMarks(t *testing.T) {
	dir := t.TempDir()
	results, page := filepath.Join(dir, "results"), filepath.Join(dir, "page.md")
	for path, text := range map[string]string{
		results: `{"test":"Kill","build":"sound","rounds":500,"saved":7,"lost":0}` + "\n",
		page:    "before\n" + tableBegin + "old\n" + tableEnd + "after\n",
	} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := table(results, page); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	if got := string(text); !strings.HasPrefix(got, "before\n"+tableBegin+"| test |") || !strings.Contains(got, "| Kill | sound | 500 | 7 | 0 |") || !strings.HasSuffix(got, tableEnd+"after\n") {
		t.Error(got)
	}
}
