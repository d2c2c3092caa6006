package pdf_test

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode"

	"footpath/render/painttest"
	"footpath/render/pdf"
	painter "footpath/render/png"
	"footpath/render/scene"
	"footpath/render/text"

	"golang.org/x/text/unicode/bidi"
	"pgregory.net/rapid"
)

func paint(t testing.TB, s *scene.Scene) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := pdf.Paint(&out, s); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// tool runs a program on a PDF and gives what it prints; "FILE" among the
// arguments is the PDF.
func tool(t testing.TB, data []byte, name string, args ...string) []byte {
	t.Helper()
	file := filepath.Join(t.TempDir(), "map.pdf")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		if a == "FILE" {
			args[i] = file
		}
	}
	var complaints bytes.Buffer
	c := exec.Command(name, args...)
	c.Stderr = &complaints
	out, err := c.Output()
	if err != nil || complaints.Len() > 0 {
		t.Fatalf("%s: %v\n%s%s", name, err, out, complaints.Bytes())
	}
	return out
}

// readable are the letters of a text, without white space and without the marks
// that pdftotext puts around words that run to the left.
func readable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u202A' || r == '\u202B' || r == '\u202C' {
			return -1
		}
		return r
	}, s)
}

func TestEveryWordIsFoundInTheFile(t *testing.T) {
	lines := []string{
		"Plain words, “quoted” – and (bracketed) \\ back\\slashed",
		"Grüße, żółć, Жизнь, μέλλον, Nguyễn",
		"decomposed a\u0308 and u\u0308 and x\u0302",
		"minus −10 °C, 5 × 3 ≥ 2 → 1 ✓",
		"emoji 😀 here, 👩🏽‍🚀🇩🇪 and the end 🎉",
		"地图：发现，日本語のテスト, 한국어",
		"हिन्दी में, ภาษาไทย",
		"joined\u200Bzero\u00ADwidth",
		"שלום עולם",
		"مرحبا بالعالم",
		"see שלום there",
		"parenthesis ( alone ) and \u0128\u0129 \u5c5c \u2828 \u0d0d \u290d", // codes with the bytes of \, ( and )
	}
	found := readable(string(tool(t, paint(t, painttest.Lines(lines...)), "pdftotext", "FILE", "-")))
	for _, line := range lines {
		if !strings.Contains(found, readable(line)) {
			t.Errorf("%q is not found in\n%s", line, found)
		}
	}
}

func TestTextOfAllUnicodeIsFoundWhole(t *testing.T) {
	anywhere := rapid.StringOfN(rapid.RuneFrom([]rune("aZ ()\\−"), unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Han, unicode.Hangul, unicode.Sm, unicode.So, unicode.Po), 1, 40, -1)
	var lines []string
	for i := range 400 {
		line := strings.Map(func(r rune) rune {
			if p, _ := bidi.LookupRune(r); p.Class() == bidi.R || p.Class() == bidi.AL || p.Class() == bidi.AN {
				return 'r' // readers put lines of both directions in orders of their own
			}
			return r
		}, anywhere.Example(i))
		lines = append(lines, fmt.Sprintf("%d: %s.", i, line))
	}
	found := readable(string(tool(t, paint(t, painttest.Lines(lines...)), "pdftotext", "FILE", "-")))
	for _, line := range lines {
		if !strings.Contains(found, readable(line)) {
			t.Errorf("%q is not found", line)
		}
	}
}

var boxes = regexp.MustCompile(`<word xMin="([0-9.]+)"[^>]* xMax="([0-9.]+)"`)

func TestWordsOnPaperAreAsWideAsTheyWereMeasured(t *testing.T) {
	words := []string{"Renewing", "(door\u2011to\u2011desk)", "WAVE", "fflfi", "Жизнь", "地图", "😀", "👩🏽‍🚀", "a\u0308\u0323b", "−10"}
	out := tool(t, paint(t, painttest.Lines(words...)), "pdftotext", "-bbox", "FILE", "-")
	got := boxes.FindAllSubmatch(out, -1)
	if len(got) != len(words) {
		t.Fatalf("%d words of %d were found\n%s", len(got), len(words), out)
	}
	for i, w := range words {
		x0, _ := strconv.ParseFloat(string(got[i][1]), 64)
		x1, _ := strconv.ParseFloat(string(got[i][2]), 64)
		if want := text.Regular.Measure(w, 10); math.Abs(x0-10) > 0.02 || math.Abs(x1-x0-want) > 0.02 {
			t.Errorf("%q stands at %.2f and is %.2f wide; measured were %.2f", w, x0, x1-x0, want)
		}
	}
}

func TestTheFileIsSound(t *testing.T) {
	for name, s := range map[string]*scene.Scene{"sample": painttest.Sample(), "grid": painttest.Grid(6, 3), "empty": painttest.One(300, 200), "no page": {}} {
		t.Run(name, func(t *testing.T) {
			data := paint(t, s)
			tool(t, data, "qpdf", "--check", "FILE")
			if pages := strings.TrimSpace(string(tool(t, data, "qpdf", "--show-npages", "FILE"))); pages != strconv.Itoa(max(1, len(s.Pages))) {
				t.Errorf("%s pages", pages)
			}
			balanced(t, tool(t, data, "qpdf", "--qdf", "--object-streams=disable", "FILE", "-"))
		})
	}
}

// balanced tells that what a content stream opens, it closes: readers lose the
// rest of a page otherwise, and no checker says so.
func balanced(t *testing.T, qdf []byte) {
	t.Helper()
	closes := map[string]string{"Q": "q", "ET": "BT", "EMC": "BDC"}
	for n, stream := range bytes.Split(qdf, []byte("stream\n"))[1:] {
		stream, _, _ = bytes.Cut(stream, []byte("endstream"))
		if bytes.Contains(stream[:min(len(stream), 2000)], []byte{0}) && !bytes.Contains(stream, []byte(" Td ")) {
			continue // a font
		}
		depth := map[string]int{}
		for _, word := range bytes.Fields(literals.ReplaceAll(stream, nil)) {
			switch word := string(word); word {
			case "q", "BT", "BDC":
				depth[word]++
			case "Q", "ET", "EMC":
				depth[closes[word]]--
			}
			// A card and a shape in it; what a word means, in what a group is.
			if depth["q"] > 2 || max(depth["BT"], depth["BDC"]-1) > 1 {
				t.Fatalf("stream %d is nested: %v", n, depth)
			}
		}
		for open, d := range depth {
			if d != 0 {
				t.Errorf("stream %d: %s is left open %d times", n, open, d)
			}
		}
	}
}

var literals = regexp.MustCompile(`(?s)\((?:\\.|[^\\()])*\)`)

func TestOneSceneIsOneFileHoweverManyPaintIt(t *testing.T) {
	s := painttest.Grid(4, 2)
	want := paint(t, s)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			var out bytes.Buffer
			if err := pdf.Paint(&out, s); err != nil || !bytes.Equal(out.Bytes(), want) {
				t.Errorf("another file: %v", err)
			}
		})
	}
	group.Wait()
}

func TestTheFileIsDatedByTheMapAlone(t *testing.T) {
	s := painttest.One(300, 200)
	for date, want := range map[string]string{"": "", "2026-11-14": "Sat Nov 14 00:00:00 2026", "in spring": ""} {
		s.Date = date
		info := string(tool(t, paint(t, s), "pdfinfo", "FILE"))
		if got := strings.Count(info, "Date:"); (want == "") != (got == 0) || !strings.Contains(info, want) {
			t.Errorf("%q gives\n%s", date, info)
		}
	}
}

func TestTheTitleIsAnyText(t *testing.T) {
	s := painttest.One(300, 200)
	for _, title := range []string{"Renewing (a) \\ licence", "Führerschein 地图 😀", "a\rb"} {
		s.Title = title
		if info := string(tool(t, paint(t, s), "pdfinfo", "FILE")); !strings.Contains(info, "Title:           "+title+"\n") {
			t.Errorf("%q gives\n%s", title, info)
		}
	}
	s.Title = "\xff\xfe broken \xe2\x82"
	tool(t, paint(t, s), "qpdf", "--check", "FILE")
}

func TestAPageNoReaderTakesIsRefused(t *testing.T) {
	for _, side := range []float64{0, -5, pdf.MaxSide + 1, math.NaN(), math.Inf(1)} {
		var out bytes.Buffer
		if err := pdf.Paint(&out, painttest.One(200, side)); !errors.Is(err, pdf.ErrTooLarge) || out.Len() > 0 {
			t.Errorf("%f points high: %v", side, err)
		}
	}
}

func TestNumbersThatAreNoneSpoilNoPage(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	s := painttest.One(
		200, 100,
		&scene.Box{Rect: scene.Rect{X: nan, Y: inf, W: -inf, H: 1e300}, Fill: scene.Hex(0), Stroke: scene.Stroke{Color: scene.Hex(0), Width: inf, Dash: []float64{nan}}},
		&scene.Path{Segments: []scene.Segment{{Op: scene.Line}, {Op: scene.Close}}, Fill: scene.Hex(0)},
		painttest.Run("still here", nan, -inf, 10, text.Regular), painttest.Run("and here", 10, 20, inf, text.Bold),
	)
	data := paint(t, s)
	if out := tool(t, data, "qpdf", "--qdf", "FILE", "-"); bytes.Contains(out, []byte("NaN")) || bytes.Contains(out, []byte("Inf ")) {
		t.Error("numbers that are none stand in the file")
	}
}

// tolerance is how far two pictures of one page may lie apart.
const tolerance = 0.003

// scripts are lines that are not drawn character by character.
var scripts = []string{
	"مرحبا بالعالم، لا إله (5) and words", "שלום עולם 12", "नवीनीकरण की सूचना, क्षेत्र में", "รับหนังสือแจ้งต่ออายุที่บ้าน",
	"decomposed a\u0308 o\u0302\u0323 → ∑ ✓ ☎", "😀 👩🏽\u200d🚀 🇩🇪 ❤️ 1️⃣", "地图",
}

func TestPaperAndPictureShowTheSame(t *testing.T) {
	for name, s := range map[string]*scene.Scene{"sample": painttest.Sample(), "grid": painttest.Grid(2, 1), "scripts": painttest.Lines(scripts...), "pictures": pictures(), "window": painttest.Windowed(scene.Hex(0x24476B)), "layer": painttest.Windowed(scene.Color{R: 200, A: 60})} {
		t.Run(name, func(t *testing.T) {
			paper, err := png.Decode(bytes.NewReader(tool(t, paint(t, s), "pdftoppm", "-r", "108", "-png", "FILE")))
			if err != nil {
				t.Fatal(err)
			}
			picture, err := painter.Page(s.Pages[0], s.Background, 1.5)
			if err != nil {
				t.Fatal(err)
			}
			if off := difference(paper, picture); off > tolerance {
				t.Errorf("they differ by %.4f", off)
			}
		})
	}
}

// difference is the mean distance of two pictures' pixels, 0 to 1, where both
// are: sides may be a pixel apart. Each pixel is held against the nearest of
// its neighbours in the other picture, since edges fall differently.
func difference(one, other image.Image) float64 {
	box := one.Bounds().Intersect(other.Bounds())
	a, b := image.NewRGBA(box), image.NewRGBA(box)
	draw.Draw(a, box, one, box.Min, draw.Src)
	draw.Draw(b, box, other, box.Min, draw.Src)
	sum := 0
	for y := 1; y < box.Dy()-1; y++ {
		for x := 1; x < box.Dx()-1; x++ {
			at := a.PixOffset(x, y)
			best := distance(a.Pix[at:], b.Pix[at:])
			for d := 0; best > 0 && d < 9; d++ {
				best = min(best, distance(a.Pix[at:], b.Pix[b.PixOffset(x+d%3-1, y+d/3-1):]))
			}
			sum += best
		}
	}
	return float64(sum) / float64(3*255*box.Dx()*box.Dy())
}

func distance(a, b []uint8) int {
	sum := 0
	for i := range 3 {
		sum += max(int(a[i])-int(b[i]), int(b[i])-int(a[i]))
	}
	return sum
}

func FuzzWords(f *testing.F) {
	for _, words := range painttest.OddWords() {
		f.Add(words, words)
	}
	f.Fuzz(func(t *testing.T, line, title string) {
		s := painttest.Lines(line)
		s.Title = title
		var out bytes.Buffer
		switch err := pdf.Paint(&out, s); {
		case errors.Is(err, pdf.ErrTooLarge) && s.Pages[0].Size.X > pdf.MaxSide:
			return
		case err != nil:
			t.Fatalf("%.100q: %v", line, err)
		}
		if !bytes.HasPrefix(out.Bytes(), []byte("%PDF-")) || !bytes.HasSuffix(bytes.TrimSpace(out.Bytes()), []byte("%%EOF")) {
			t.Fatalf("%q made no PDF", line)
		}
	})
}
