package formats_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"footpath/app/formats"
	"footpath/app/formats/pagecheck"
	"footpath/mapmodel"
	"footpath/render/scene"
	"footpath/storage/journey"
)

// oddMaps are maps as files that people's programs might write.
func oddMaps() map[string]string {
	const head = "format: footpath/1\ntitle: Odd\n"
	card := func(quoted string) string {
		return head + "stages:\n  - name: One\n    tasks:\n      - " + quoted + "\n"
	}
	var stages strings.Builder
	for i := range 60 {
		fmt.Fprintf(&stages, "  - name: Stage %d\n    tasks: [Task number %d, Another]\n    feelings: [{text: A feeling, emotion: %d}]\n", i+1, i+1, i%5-2)
	}
	return map[string]string{
		"emoji":               card(`"Tickets 🎫 for 👩‍👩‍👧‍👦 and 🇩🇪, thumbs up 👍🏽"`),
		"unpaired surrogate":  card(`"before \uD83D after"`),
		"control characters":  card(`"one\0two\x07three\e four\u0085five\u2028six\u200Bseven"`),
		"a very long word":    card(strings.Repeat("longest", 1430)),
		"marks of direction":  card(`"abc \u202Edef\u202C \u200Fghi \u2067jkl\u2069 mno"`),
		"right to left":       card(`"שלום עולם"`),
		"signs of markup":     card(`"<b>&amp;</b> (a) \\ ]]> %PDF endstream"`),
		"no stage":            head + "scenario: Nothing yet\n",
		"sixty stages":        head + "stages:\n" + stages.String(),
		"five thousand words": card(strings.TrimSpace(strings.Repeat("word after word goes on ", 1000))),
		"everything empty":    head + "stages:\n  - name: \"\"\n    tasks: [\"\", {text: \"\", emotion: 1}]\n",
	}
}

func TestEveryOddMapMakesAPageWithAllItsWordsOrAClearSentence(t *testing.T) {
	for name, file := range oddMaps() {
		m, mistakes := journey.Read([]byte(file), mapmodel.NewSeededSource(1))
		if err := mistakes.Err(); err != nil {
			// A file that cannot be meant is refused with the place of each mistake.
			if len(mistakes) == 0 || !strings.Contains(err.Error(), ":") {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		for _, o := range []formats.Options{{}, {Paper: "A4", Fit: scene.FitStages}, {Fit: scene.FitContent}, {Paper: "A4", Fit: scene.FitPage}} {
			for _, format := range []string{formats.PDF, formats.PNG, formats.SVG} {
				what := fmt.Sprintf("%s as %s on %q %s", name, format, o.Paper, o.Fit)
				options := o
				if format == formats.PNG {
					options.DPI = 48 // what is painted is the same, on fewer pixels
				}
				var out bytes.Buffer
				_, err := named(t, format).Write(&out, m, options)
				if err != nil {
					if s := err.Error(); out.Len() > 0 || len(s) < 20 || strings.Contains(s, "runtime") {
						t.Errorf("%s: %v", what, err)
					}
					continue
				}
				whole(t, what, format, m, out.Bytes())
			}
		}
	}
}

// whole looks at a page in its format, with the eyes of other software.
func whole(t *testing.T, what, format string, m *mapmodel.Map, data []byte) {
	t.Helper()
	switch format {
	case formats.PNG:
		if _, err := png.DecodeConfig(bytes.NewReader(data)); err != nil {
			t.Errorf("%s: %v", what, err)
		}
	case formats.SVG:
		for d := xml.NewDecoder(bytes.NewReader(data)); ; {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Errorf("%s: %v", what, err)
				break
			}
		}
	case formats.PDF:
		path := filepath.Join(t.TempDir(), "map.pdf")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		said(t, "qpdf", "--check", path)
		found := readable(said(t, "pdftotext", path, "-"))
		on := letters(found)
		for card := range m.Cards() {
			text := readable(card.Text)
			if card.Column.IsZero() || strings.Contains(found, text) {
				continue
			}
			// A text over several pages, or in a column of a letter's width, is read in pieces.
			for r, n := range letters(text) {
				if on[r] < n {
					t.Errorf("%s: of %.60q, %q is %d times on the pages", what, card.Text, r, on[r])
				}
			}
		}
	}
}

// readable is what of a text can be read on a page: no white space, no signs
// that have no form of their own.
func readable(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7F && r < 0xA0 || r >= '\u200B' && r <= '\u200F' || r >= '\u2028' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069' || r == '\uFE0F' {
			return -1
		}
		return r
	}, pagecheck.Bare(s))
}
