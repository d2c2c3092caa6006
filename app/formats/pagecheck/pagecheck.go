// Package pagecheck holds a PDF that Footpath made against the map inside it,
// with the eyes of other software: qpdf, mutool and poppler's programs.
package pagecheck

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"footpath/app/formats"
	"footpath/mapmodel"
)

// File tells what is wrong with a PDF, a sentence a fault; none means that all
// of this holds: other software reads it without a complaint; the whole text of
// every card that has a place is on its pages; no word is on them that neither
// the map nor the page's own words have; every bookmark and every link leads to
// a page; and the map inside comes out equal after other software has rewritten
// the file. The words of also may be on the pages, too: a client's own line, or
// a name in a footer. The error is that of a file that cannot be looked at.
func File(path string, also ...string) (faults []string, err error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	m, err := readMap(data)
	if err != nil {
		return nil, err
	}
	folder, err := os.MkdirTemp("", "pagecheck")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	faults = append(faults, trust(path)...)
	text, err := Say("pdftotext", path, "-")
	if err != nil {
		return append(faults, err.Error()), nil
	}
	for _, card := range Lost(m, text) {
		faults = append(faults, fmt.Sprintf("the card %q is not on the pages", card.Text))
	}
	for _, word := range newVocabulary(m, also).strange(text) {
		faults = append(faults, fmt.Sprintf("the word %q is on the pages, and neither in the map nor among the page's words", word))
	}
	objects, err := Read(path)
	if err != nil {
		return append(faults, err.Error()), nil
	}
	faults = append(faults, objects.targets()...)
	more, err := rewritten(m, path, folder)
	return append(faults, more...), err
}

func readMap(data []byte) (*mapmodel.Map, error) {
	pdf, _ := formats.Named(formats.PDF)
	return pdf.Read(data, mapmodel.NewSeededSource(1))
}

// Say runs a program that must be content, and gives what it printed.
func Say(name string, args ...string) (string, error) {
	var complaints bytes.Buffer
	c := exec.Command(name, args...)
	c.Stderr = &complaints
	out, err := c.Output()
	if err != nil {
		return "", fmt.Errorf("%s: %w: %s", name, err, bytes.TrimSpace(append(complaints.Bytes(), out...)))
	}
	if complaints.Len() > 0 {
		return "", fmt.Errorf("%s complains: %s", name, bytes.TrimSpace(complaints.Bytes()))
	}
	return string(out), nil
}

// trust tells what other software has to say against a file.
func trust(path string) (faults []string) {
	for _, args := range [][]string{
		{"qpdf", "--check", path},
		{"pdfinfo", path},
		{"mutool", "info", path},
		{"mutool", "draw", "-q", "-N", "-F", "txt", path},
	} {
		if _, err := Say(args[0], args[1:]...); err != nil {
			faults = append(faults, err.Error())
		}
	}
	return faults
}

// Lost lists the cards with a place on the map whose whole text is not in a
// page's text; how the page breaks it does not matter.
func Lost(m *mapmodel.Map, page string) (lost []*mapmodel.Card) {
	page = Bare(page)
	for card := range m.Cards() {
		if shown(m, card) && !says(page, card.Text) {
			lost = append(lost, card)
		}
	}
	return lost
}

// says tells whether a page, without white space, says a text. pdftotext puts
// the signs beside words that run to the left, and numbers among them, where it
// thinks best: of such a text, every word must be there.
func says(page, text string) bool {
	if strings.Contains(page, Bare(text)) {
		return true
	}
	if !strings.ContainsFunc(text, func(r rune) bool {
		return unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko)
	}) {
		return false
	}
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.In(r, unicode.L, unicode.M, unicode.N) })
	for _, word := range words {
		if !strings.Contains(page, Bare(word)) {
			return false
		}
	}
	return len(words) > 0
}

// shown tells whether a card is to be on paper: it has a place, and its lane is
// not hidden.
func shown(m *mapmodel.Map, card *mapmodel.Card) bool {
	lane := mapmodel.Find[*mapmodel.Lane](m, card.Lane)
	return !card.Column.IsZero() && lane != nil && !lane.Hidden
}

// Bare is a text without white space, without hyphens, which pdftotext leaves
// out at the ends of lines, and without the signs that it puts around words that
// run to the left.
func Bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '-' || r >= '\u202A' && r <= '\u202E' {
			return -1
		}
		return r
	}, s)
}

// rewritten tells whether the map comes out of the file as it is, and after
// other software has rewritten it.
func rewritten(m *mapmodel.Map, path, folder string) (faults []string, err error) {
	for _, how := range [][]string{{"--linearize"}, {"--object-streams=generate"}, {"--linearize", "--object-streams=generate"}, {"--qdf", "--object-streams=disable"}} {
		out := filepath.Join(folder, "again.pdf")
		if _, err := Say("qpdf", slices.Concat(how, []string{path, out})...); err != nil {
			return append(faults, err.Error()), nil
		}
		data, err := os.ReadFile(out)
		if err != nil {
			return nil, err
		}
		switch again, err := readMap(data); {
		case err != nil:
			faults = append(faults, fmt.Sprintf("after qpdf %s: %v", strings.Join(how, " "), err))
		case !mapmodel.Equal(m, again):
			faults = append(faults, fmt.Sprintf("after qpdf %s the map is another", strings.Join(how, " ")))
		}
	}
	return faults, nil
}
