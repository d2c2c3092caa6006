package scene_test

import (
	"slices"
	"strings"
	"testing"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/render/scene"

	"pgregory.net/rapid"
)

// clients is a theme with all that a client can give.
func clients() *scene.Theme {
	return &scene.Theme{
		Client: "Riverbank", Logo: scene.NewImage(painted(120, 30)),
		Confidentiality: "Confidential: for the project team at Riverbank, and for nobody else until the board has agreed.",
	}
}

func TestEveryPageHasTheClientsLogoAndWhoMayReadIt(t *testing.T) {
	theme := clients()
	m := everyMark(t)
	for _, c := range []struct {
		paper string
		fit   scene.Fit
	}{{"A3", scene.FitAuto}, {"A4", scene.FitStages}, {"100x150mm", scene.FitPage}, {"A1", scene.FitContent}, {"A4", scene.FitTiles}} {
		sheet, err := scene.NamedSheet(c.paper, true)
		if err != nil {
			t.Fatal(err)
		}
		sheet.Fit = c.fit
		s := scene.Layout(m, theme.Page(), say, sheet)
		logos := 0
		for i, page := range s.Pages {
			var words []string
			here := 0
			for g := range page.All() {
				for _, e := range g.Group.Elements {
					switch e := e.(type) {
					case *scene.Run:
						words = append(words, e.Text)
					case *scene.Picture:
						if e.Image == theme.Logo {
							here++
							if e.Words != theme.Client || e.X+g.At.X < 0 || e.Right()+g.At.X > page.Size.X {
								t.Errorf("%v, page %d: the logo of %q is at %v", c, i+1, e.Words, e.Rect)
							}
						}
					}
				}
			}
			if c.fit != scene.FitTiles && here != 1 {
				t.Errorf("%v, page %d has %d logos", c, i+1, here)
			}
			logos += here
			if all := strings.Join(words, " "); !strings.Contains(all, theme.Confidentiality) {
				t.Errorf("%v, page %d does not say who may read it:\n%s", c, i+1, all)
			}
		}
		if logos == 0 {
			t.Errorf("%v has no logo", c)
		}
	}
}

func TestNoWordOfAFooterStandsOnAnother(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := mapgen.Grid(2, 2, 1, 1)
		header := *m.Header()
		text := func(name string, most int) string {
			return strings.Repeat(name+" ", rapid.IntRange(0, most).Draw(t, name))
		}
		header.Title, header.Owner, header.Version = text("title", 60), text("owner", 40), text("edition", 5)
		records := slices.DeleteFunc(slices.Collect(m.Records()), func(r mapmodel.Record) bool { return r.Kind() == mapmodel.KindHeader })
		m, _ = mapmodel.FromRecords(append(records, &header), mapmodel.NewSeededSource(1))
		theme := scene.Theme{Confidentiality: strings.TrimSpace(text("secret", 15))}
		sheet, err := scene.NamedSheet(rapid.SampledFrom([]string{"A3", "A4", "120x160mm"}).Draw(t, "paper"), rapid.Bool().Draw(t, "lying"))
		if err != nil {
			t.Fatal(err)
		}
		sheet.Fit = rapid.SampledFrom([]scene.Fit{scene.FitPage, scene.FitStages}).Draw(t, "fit")
		for _, page := range scene.Layout(m, theme.Page(), say, sheet).Pages {
			var taken []scene.Rect
			for g := range page.All() {
				if g.Group.Role != scene.FooterRole {
					continue
				}
				for _, e := range g.Group.Elements {
					run, ok := e.(*scene.Run)
					if !ok {
						continue
					}
					box := scene.Rect{X: run.X + g.At.X, Y: run.Y + g.At.Y - 5, W: run.Width, H: 5}
					if box.X < 0 || box.Right() > page.Size.X || box.Bottom() > page.Size.Y {
						t.Errorf("%q stands off the page", run.Text)
					}
					for _, other := range taken {
						if box.Overlaps(other) {
							t.Errorf("%q stands on another word", run.Text)
						}
					}
					taken = append(taken, box)
				}
			}
		}
	})
}
