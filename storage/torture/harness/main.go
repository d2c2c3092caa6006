// Command harness serves `make torture`: it breaks a build on purpose, and makes a table of what the tests counted.
//
//	harness broken                 names the ways to break a build, and the tests that must see it
//	harness overlay NAME DIR       writes an overlay for `go test -overlay` into DIR and prints its path
//	harness table RESULTS FILE     puts the results, a JSON object a line, as a table into a Markdown file
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "harness:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	switch {
	case len(args) == 1 && args[0] == "broken":
		for _, s := range sabotages {
			fmt.Printf("%s\t%s\n", s.name, s.tests)
		}
		return nil
	case len(args) == 3 && args[0] == "overlay":
		path, err := overlay(args[1], args[2])
		if err == nil {
			fmt.Println(path)
		}
		return err
	case len(args) == 3 && args[0] == "table":
		return table(args[1], args[2])
	}
	return errors.New("usage: harness broken | overlay NAME DIR | table RESULTS FILE")
}

// overlay writes the altered files and the list of them.
func overlay(name, dir string) (string, error) {
	for _, s := range sabotages {
		if s.name != name {
			continue
		}
		replace := make(map[string]string)
		for i, c := range s.changes {
			source, err := filepath.Abs(c.file)
			if err != nil {
				return "", err
			}
			from := source
			if altered, twice := replace[source]; twice {
				from = altered
			}
			text, err := os.ReadFile(from)
			if err != nil {
				return "", err
			}
			if n := strings.Count(string(text), c.old); n != 1 {
				return "", fmt.Errorf("%s: %q stands %d times in %s", name, c.old, n, c.file)
			}
			to := filepath.Join(dir, fmt.Sprintf("%d-%s", i, filepath.Base(c.file)))
			if err := os.WriteFile(to, []byte(strings.Replace(string(text), c.old, c.new, 1)), 0o600); err != nil {
				return "", err
			}
			replace[source] = to
		}
		list, err := json.Marshal(map[string]any{"Replace": replace})
		if err != nil {
			return "", err
		}
		path := filepath.Join(dir, "overlay.json")
		return path, os.WriteFile(path, list, 0o600)
	}
	return "", fmt.Errorf("there is no way to break a build called %q", name)
}

// result is what a test counted.
type result struct {
	Test, Build                                      string
	Rounds, Saved, Lost, Crashed, Hung, Silent, Back int
}

const tableBegin, tableEnd = "<!-- torture: begin -->\n", "<!-- torture: end -->\n"

// table puts the results between the two marks of a Markdown file.
func table(results, file string) error {
	in, err := os.Open(results)
	if err != nil {
		return err
	}
	defer in.Close() //nolint:errcheck // it was only read
	var b strings.Builder
	b.WriteString("| test | build | rounds | saved and looked for | lost | silently altered | crashed | hung | rounds in which journal, backup or repair was needed |\n")
	b.WriteString("|---|---|---|---|---|---|---|---|---|\n")
	for lines := bufio.NewScanner(in); lines.Scan(); {
		var r result
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			return err
		}
		fmt.Fprintf(&b, "| %s | %s | %d | %d | %d | %d | %d | %d | %d |\n", r.Test, r.Build, r.Rounds, r.Saved, r.Lost, r.Silent, r.Crashed, r.Hung, r.Back)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	before, rest, begins := strings.Cut(string(text), tableBegin)
	_, after, ends := strings.Cut(rest, tableEnd)
	if !begins || !ends {
		return fmt.Errorf("%s has no place for the table", file)
	}
	return os.WriteFile(file, []byte(before+tableBegin+b.String()+tableEnd+after), 0o644) //nolint:gosec // a page for everybody
}
