package command_test

import (
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"footpath/assets/maps"
	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/storage/journey"
	"footpath/storage/library"
)

// licence is the licence map.
func licence(t *testing.T, src *mapmodel.Source) *mapmodel.Map {
	t.Helper()
	for _, sample := range maps.All() {
		if sample.Name == "renewing-a-licence.journey.yaml" {
			m, mistakes := journey.Read(sample.Data, src)
			if len(mistakes) > 0 {
				t.Fatal(mistakes)
			}
			return m
		}
	}
	t.Fatal("there is no licence map")
	return nil
}

func TestHistoryWalksTheLicenceMapBackToItsFirstCardAndForwardAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	src := mapmodel.NewSeededSource(11)
	l, err := library.Open(path, library.Options{})
	if err != nil {
		t.Fatal(err)
	}
	whole := licence(t, src)
	m, changes, err := mapgen.Retell(whole, l.Author(), src)
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Create(m, mapmodel.Change{Author: l.Author(), At: time.Now().UnixMilli()}); err != nil {
		t.Fatal(err)
	}
	moments := []*mapmodel.Map{m}
	doc := mapmodel.NewDocument(m, src, time.Now)
	session, err := l.Attach(doc, library.Listener{})
	if err != nil {
		t.Fatal(err)
	}
	first, said := 0, ""
	for i, c := range changes {
		if _, err := doc.Do(c); err != nil {
			t.Fatal(err)
		}
		moments = append(moments, doc.Map())
		if first == 0 && doc.Map().CardCount() == 1 {
			first, said = i+1, c.Label.Args[0]
		}
	}
	if err := session.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	id := m.ID().String()
	told, words, code := run("history", id, "--library", path)
	if code != 0 {
		t.Fatal(words)
	}
	if line := "  " + strconv.Itoa(first) + "  "; !strings.Contains(after(told, line), "you: Add “"+said+"”\n") {
		t.Errorf("the first card is not told at %d:\n%s", first, told)
	}
	var way []int
	for seq := len(changes); seq >= first; seq-- {
		way = append(way, seq)
	}
	for seq := first + 1; seq <= len(changes); seq++ {
		way = append(way, seq)
	}
	for i, seq := range way {
		if i%7 != 0 && seq != first && seq != len(changes) {
			continue // each moment is another run of the program; some will do
		}
		out, words, code := run("history", id, "--at", strconv.Itoa(seq), "--library", path)
		if code != 0 {
			t.Fatalf("moment %d: %s", seq, words)
		}
		then, mistakes := journey.Read([]byte(out), src)
		if len(mistakes) > 0 || !mapmodel.Equal(then, moments[seq]) {
			t.Fatalf("moment %d is not as it was: %v", seq, mistakes)
		}
	}
	if _, words, code = run("history", id, "--restore", strconv.Itoa(first), "--library", path); code != 0 {
		t.Fatal(words)
	}
	out, _, _ := run("export", id, "-f", "yaml", "-o", "-", "--library", path)
	if then, mistakes := journey.Read([]byte(out), src); len(mistakes) > 0 || !mapmodel.Equal(then, moments[first]) {
		t.Error("going back did not lead to the first card")
	}
	if _, words, code = run("history", id, "--restore", "before going back", "--library", path); code != 0 {
		t.Fatal(words)
	}
	out, _, _ = run("export", id, "-f", "yaml", "-o", "-", "--library", path)
	if again, mistakes := journey.Read([]byte(out), src); len(mistakes) > 0 || !mapmodel.Equal(again, whole) {
		t.Errorf("forward again the map is not whole: %v", mistakes)
	}
}

// after is the rest of the line behind a mark in a text.
func after(text, mark string) string {
	_, rest, _ := strings.Cut(text, mark)
	line, _, _ := strings.Cut(rest, "\n")
	return line + "\n"
}
