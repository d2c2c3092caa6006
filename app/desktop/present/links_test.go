//go:build !nogui

package present

import (
	"image"
	"math"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/makiuchi-d/gozxing"
	reader "github.com/makiuchi-d/gozxing/qrcode"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/render/scene"
)

// linked presents a map's first stage, whose cards have links.
func linked(t *testing.T, links ...string) *room {
	t.Helper()
	m := mapgen.Grid(3, 5, 1, 1)
	r := presented(t, m, stages(m)[0])
	src := mapmodel.NewSeededSource(9)
	var records []mapmodel.Record
	given := false
	for record := range m.Records() {
		card, ok := record.(*mapmodel.Card)
		if ok && !given && m.StageOf(card.Column).ID == stages(m)[0] {
			given = true
			with := *card
			evidence := &mapmodel.Evidence{Common: mapmodel.Common{ID: src.ID(), Rank: mapmodel.Ranks(1, src)[0]}, Source: "A survey", Link: links[len(links)-1]}
			with.Links, with.Evidence = append([]string{"map:Another", "ftp://example.org", "not a link"}, links[:len(links)-1]...), []mapmodel.ID{evidence.ID}
			record = &with
			records = append(records, evidence)
		}
		records = append(records, record)
	}
	m, healed := mapmodel.FromRecords(records, src)
	if len(healed) > 0 {
		t.Fatal(healed)
	}
	r.SetMap(m)
	return r.wait()
}

// scans is what a camera makes of the room's screen.
func (r *room) scans() string {
	r.t.Helper()
	r.wait()
	bitmap, err := gozxing.NewBinaryBitmapFromImage(image.Image(r.screen.shown.img))
	if err != nil {
		r.t.Fatal(err)
	}
	result, err := reader.NewQRCodeReader().Decode(bitmap, map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_TRY_HARDER: true})
	if err != nil {
		r.t.Errorf("no code is read: %v", err)
		return ""
	}
	return result.GetText()
}

func TestACameraReadsEveryLinkOffTheScreen(t *testing.T) {
	r := linked(t, "https://example.org/prototype", "http://example.org/survey?id=5&lang=pt", "https://example.org/prototype", "https://example.org/interviews")
	r.press(fyne.KeyQ)
	for i, want := range []string{"https://example.org/prototype", "http://example.org/survey?id=5&lang=pt", "https://example.org/interviews"} {
		if got := r.scans(); got != want || r.Link() != want {
			t.Errorf("link %d is read as %q, and said to be %q", i+1, got, r.Link())
		}
		if said := strings.ReplaceAll(r.reads(), " ", ""); !strings.Contains(said, strings.ReplaceAll(want, " ", "")) {
			t.Errorf("the room reads %q, not where the code leads", said)
		}
		r.press(fyne.KeyRight)
	}
	if r.press(fyne.KeyRight, fyne.Key2); r.scans() != "http://example.org/survey?id=5&lang=pt" {
		t.Error("a digit does not choose")
	}
	r.press(fyne.KeyLeft, fyne.KeyLeft, fyne.KeyHome, fyne.KeyEnd)
	if r.scans() != "https://example.org/prototype" {
		t.Error("Left does not go back")
	}
	if r.press(fyne.KeyEscape); r.Link() != "" || len(r.ended) > 0 {
		t.Error("Escape ends more than the code, or not that")
	}
	r.sees(1, 0)
	r.press(fyne.KeyQ, fyne.KeyQ)
	r.sees(1, 0)
}

func TestACodeIsDarkOnLightWithWholePixelsInEveryPaletteAndSize(t *testing.T) {
	r := linked(t, "https://example.org/a/rather/long/address/as/forms/have/them?with=much&more=behind&it=all")
	r.press(fyne.KeyQ)
	for name, style := range palettes {
		r.SetStyle(style())
		for _, size := range []fyne.Size{fyne.NewSize(1920, 1080), fyne.NewSize(1280, 800), fyne.NewSize(1024, 768), fyne.NewSize(800, 1200)} {
			r.screen.Resize(size)
			if got := r.scans(); got != r.Link() {
				t.Errorf("%s, %v: read as %q", name, size, got)
			}
			img := r.screen.shown.img
			// The quiet zone and the upper left finder: nothing between black and white.
			greys := map[uint8]bool{}
			at := r.codeCorner()
			for y := at.Y - 4; y < at.Y+60; y++ {
				for x := at.X - 4; x < at.X+60; x++ {
					c := img.RGBAAt(x, y)
					greys[c.R], greys[c.G], greys[c.B] = true, true, true
				}
			}
			if len(greys) != 2 || !greys[0] || !greys[255] {
				t.Errorf("%s, %v: the code is painted in %d greys", name, size, len(greys))
			}
		}
	}
}

func TestASlideWithoutLinksSaysSo(t *testing.T) {
	r := open(t, 1)
	r.press(fyne.KeyQ)
	if r.sees(1, 0); !strings.HasPrefix(r.Notice(), "No card on this slide") || r.Link() != "" {
		t.Errorf("the room reads %q", r.Notice())
	}
	if r.press(fyne.KeyRight); r.Notice() != "" {
		t.Error("it stands in the way of the next slide")
	}
	r.sees(2, 0)
}

func TestAnAddressTooLongForACodeIsSaidToBe(t *testing.T) {
	r := linked(t, "https://example.org/"+strings.Repeat("x", 4000))
	r.press(fyne.KeyQ)
	if got := r.reads(); !strings.Contains(got, "This address is too long for a code.") {
		t.Errorf("the room reads %q", got)
	}
}

func TestTheOpeningHasTheLinksOfTheWholeMap(t *testing.T) {
	r := linked(t, "https://example.org/one")
	r.press(fyne.Key2).wait().press(fyne.KeyQ)
	if r.wait(); r.Link() != "" {
		t.Error("the second stage has the first one's link")
	}
	r.press(fyne.KeyHome).wait().press(fyne.KeyQ)
	if r.wait(); r.Link() != "https://example.org/one" {
		t.Errorf("on the opening it is %q", r.Link())
	}
	if slices.Contains(r.other, fyne.KeyQ) {
		t.Error("Q goes on to the program")
	}
}

var palettes = map[string]func() *scene.Style{"light": scene.ScreenLight, "dark": scene.ScreenDark, "stark": scene.HighContrast}

// codeCorner is the pixel at which the code's modules begin.
func (r *room) codeCorner() image.Point {
	for g := range r.screen.shown.laid.All() {
		if g.Group.Role != scene.CardRole {
			continue
		}
		for _, e := range g.Group.Elements[1:] {
			if box, ok := e.(*scene.Box); ok {
				unit := r.screen.unit()
				return image.Pt(int(math.Round((g.At.X+box.X)*unit)), int(math.Round((g.At.Y+box.Y)*unit)))
			}
		}
	}
	r.t.Fatal("there is no code")
	return image.Point{}
}
