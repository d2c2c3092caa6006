package formats_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"footpath/app/formats"
	"footpath/app/formats/pagecheck"
	"footpath/assets/maps"
	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/render/pdf"
	"footpath/render/scene"
	"footpath/storage/journey"

	"pgregory.net/rapid"
)

// licence is the sample map with all kinds of cards, evidence and answers.
func licence(t *testing.T) *mapmodel.Map {
	t.Helper()
	for _, sample := range maps.All() {
		if strings.HasPrefix(sample.Name, "renewing") {
			m, mistakes := journey.Read(sample.Data, mapmodel.NewSeededSource(1))
			if err := mistakes.Err(); err != nil {
				t.Fatal(err)
			}
			return m
		}
	}
	t.Fatal("the sample is gone")
	return nil
}

// papers lays a map out in every way that a page is fitted.
func papers(m *mapmodel.Map) map[string]*scene.Scene {
	out := map[string]*scene.Scene{}
	for _, fit := range scene.Fits() {
		sheet := scene.A3()
		sheet.Fit = fit
		out[string(fit)] = scene.Layout(m, scene.Print(), formats.PageWords(m), sheet)
	}
	small := scene.A3()
	small.Width, small.Height, small.Fit = small.Width/2, small.Height/2, scene.FitPage
	out["notes"] = scene.Layout(m, scene.Print(), formats.PageWords(m), small)
	return out
}

// painted gives a scene as a PDF with a file inside, and its path.
func painted(t *testing.T, s *scene.Scene, attached []byte) (data []byte, path string) {
	t.Helper()
	var out bytes.Buffer
	if err := pdf.PaintWith(&out, s, pdf.Options{Attachment: attached, AttachmentName: "map.journey.yaml", AttachmentType: "application/yaml"}); err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), "map.pdf")
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), path
}

// said runs a program that must be content and gives what it printed.
func said(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := pagecheck.Say(name, args...)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestOtherSoftwareTrustsTheFile(t *testing.T) {
	m := licence(t)
	yaml, err := journey.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	for fit, s := range papers(m) {
		t.Run(fit, func(t *testing.T) {
			data, path := painted(t, s, yaml)
			again, _ := painted(t, s, yaml)
			if !bytes.Equal(data, again) {
				t.Error("two files of one scene differ")
			}
			said(t, "qpdf", "--check", path)
			if out := said(t, "mutool", "draw", "-q", "-N", "-F", "txt", path); !strings.Contains(pagecheck.Bare(out), pagecheck.Bare(m.Header().Title)) {
				t.Error("mutool does not find the title")
			}
			info := said(t, "pdfinfo", path)
			for _, want := range []string{"Tagged:          yes", "Metadata Stream: yes", "PDF version:     1.7", "Title:           " + m.Header().Title} {
				if !strings.Contains(info, want) {
					t.Errorf("%q is not in\n%s", want, info)
				}
			}
			if meta := said(t, "pdfinfo", "-meta", path); !strings.Contains(meta, m.Header().Title) || !strings.Contains(meta, "<xmp:CreateDate>"+m.Header().Date) {
				t.Errorf("the metadata is\n%s", meta)
			}
			for _, line := range strings.Split(said(t, "pdffonts", path), "\n")[2:] {
				if line != "" && !regexp.MustCompile(`^[A-Z]{6}\+\S+ .* yes yes yes `).MatchString(line) {
					t.Errorf("a font is not embedded as a subset: %s", line)
				}
			}
			out := path + ".yaml"
			said(t, "pdfdetach", "-save", "1", "-o", out, path)
			if got, err := os.ReadFile(out); err != nil || !bytes.Equal(got, yaml) {
				t.Errorf("the attached file is another: %v", err)
			}
		})
	}
}

func TestTheStructureTellsEveryCardUnderItsStage(t *testing.T) {
	m := licence(t)
	for fit, s := range papers(m) {
		t.Run(fit, func(t *testing.T) {
			_, path := painted(t, s, nil)
			told := said(t, "pdfinfo", "-struct-text", path)
			all := pagecheck.Bare(strings.ReplaceAll(told, `"`, ""))
			if n := strings.Count(all, "H1(block)"); n != 1 {
				t.Errorf("%d titles", n)
			}
			n := 0
			for stage := range m.Stages() {
				n++
				_, after, ok := strings.Cut(all, fmt.Sprintf("H2(block)%d%s", n, pagecheck.Bare(stage.Name)))
				if !ok {
					t.Fatalf("%q is no heading after the one before\n%s", stage.Name, told)
				}
				all = after
				under, _, _ := strings.Cut(after, "H2(block)")
				for _, column := range append([]mapmodel.ID{stage.ID}, steps(m, stage.ID)...) {
					for lane := range m.Lanes() {
						for card := range m.Cell(column, lane.ID).Cards() {
							if fit == "notes" { // there, cards are cut short
								under = all
							}
							if lane.LaneKind.HoldsCards() && !strings.Contains(under, pagecheck.Bare(card.Text)) {
								t.Errorf("%q is not told under %q", card.Text, stage.Name)
							}
						}
					}
				}
			}
			if joined := "langu" + "ageson"; strings.Contains(told, joined) {
				t.Errorf("lines run into one another: %s", joined)
			}
		})
	}
}

func steps(m *mapmodel.Map, stage mapmodel.ID) []mapmodel.ID {
	var out []mapmodel.ID
	for step := range m.Steps(stage) {
		out = append(out, step.ID)
	}
	return out
}

func told(t *testing.T, path string) pagecheck.Objects {
	t.Helper()
	o, err := pagecheck.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func TestEveryBookmarkAndLinkLeadsToAPage(t *testing.T) {
	m := licence(t)
	for fit, s := range papers(m) {
		t.Run(fit, func(t *testing.T) {
			_, path := painted(t, s, []byte("title: A\n"))
			d := told(t, path)
			if lang := d.Root("/Lang"); lang != "u:"+m.Header().Language && lang != "u:en" {
				t.Errorf("the language is %v", lang)
			}
			if d.Root("/MarkInfo", "/Marked") != true || d.Root("/ViewerPreferences", "/DisplayDocTitle") != true {
				t.Error("the catalogue does not say that the file is tagged and titled")
			}
			onPage := func(what string, dest any) {
				if why := d.Misses(dest); why != "" {
					t.Errorf("%s %s", what, why)
				}
			}
			var names []string
			for entry := d.Root("/Outlines", "/First"); entry != nil; entry = d.Get(entry, "/Next") {
				names = append(names, strings.TrimPrefix(d.Get(entry, "/Title").(string), "u:"))
				onPage("a bookmark", d.Get(entry, "/Dest"))
			}
			var want []string
			for stage := range m.Stages() {
				want = append(want, stage.Name)
			}
			if fit != string(scene.FitContent) && fit != string(scene.FitTiles) {
				want = append(want, "Opportunities") // the closing page
			}
			if !slices.Equal(names, want) {
				t.Errorf("the bookmarks are %q", names)
			}
			inside, web := 0, 0
			for _, link := range d.Dicts("/Subtype", "/Link") {
				if dest := link["/Dest"]; dest != nil {
					onPage("a link", dest)
					inside++
				} else if to, _ := d.Get(link, "/A", "/URI").(string); strings.HasPrefix(to, "u:http") {
					web++
				} else {
					t.Errorf("a link to %q", to)
				}
			}
			if inside == 0 {
				t.Error("no link between insights and opportunities")
			}
			t.Logf("%d links inside, %d to the web", inside, web)
		})
	}
}

func TestEachPieceOfAPageHasItsPlaceInTheStructure(t *testing.T) {
	piece := regexp.MustCompile(`/(\w+) <</MCID (\d+)>> BDC`)
	for fit, s := range papers(licence(t)) {
		t.Run(fit, func(t *testing.T) {
			_, path := painted(t, s, nil)
			d := told(t, path)
			nums, _ := d.Root("/StructTreeRoot", "/ParentTree", "/Nums").([]any)
			var owners [][]any
			for i := 1; i < len(nums); i += 2 {
				if list, ok := nums[i].([]any); ok {
					owners = append(owners, list)
				} else if d.Get(nums[i], "/S") != "/Link" {
					t.Errorf("annotation %v belongs to %v", nums[i-1], d.Get(nums[i], "/S"))
				}
			}
			plain := said(t, "qpdf", "--qdf", "--object-streams=disable", path, "-")
			page := 0
			for _, stream := range strings.Split(plain, "stream\n") {
				found := piece.FindAllStringSubmatch(stream, -1)
				if found == nil {
					continue
				}
				if page == len(owners) || len(found) != len(owners[page]) {
					t.Fatalf("page %d has %d pieces", page+1, len(found))
				}
				for i, f := range found {
					if f[2] != fmt.Sprint(i) || "/"+f[1] != d.Get(owners[page][i], "/S") {
						t.Errorf("piece %s is %s, its owner %v", f[2], f[1], d.Get(owners[page][i], "/S"))
					}
				}
				page++
			}
			if page != len(s.Pages) {
				t.Errorf("%d pages of %d are told", page, len(s.Pages))
			}
		})
	}
}

func TestTheCurveIsSaidInASentence(t *testing.T) {
	_, path := painted(t, papers(licence(t))[string(scene.FitContent)], nil)
	d := told(t, path)
	figures := d.Dicts("/S", "/Figure")
	if len(figures) != 1 {
		t.Fatalf("%d figures", len(figures))
	}
	if alt, _ := figures[0]["/Alt"].(string); !strings.Contains(alt, "Notice −") {
		t.Errorf("the curve is said as %q", alt)
	}
}

func TestLinksLeadToTheWebAndMailAlone(t *testing.T) {
	source := mapmodel.NewSeededSource(1)
	m, mistakes := journey.Read([]byte(`format: footpath/1
title: Links
stages:
  - name: One
    insights:
      - text: An insight
        links: ["https://example.org/ü?q=(1)", "javascript:alert(1)", "file:///etc/passwd", "map:Other", "mailto:a@example.org", "http://"]
        evidence: [{kind: interview, source: A visitor, link: "http://example.org/e"}]
`), source)
	if err := mistakes.Err(); err != nil {
		t.Fatal(err)
	}
	_, path := painted(t, scene.Layout(m, scene.Print(), formats.PageWords(m), scene.A3()), nil)
	d := told(t, path)
	var got []string
	for _, link := range d.Dicts("/Subtype", "/Link") {
		to, _ := d.Get(link, "/A", "/URI").(string)
		got = append(got, strings.TrimPrefix(to, "u:"))
	}
	slices.Sort(got)
	if want := []string{"http://example.org/e", "https://example.org/%C3%BC?q=(1)", "mailto:a@example.org"}; !slices.Equal(got, want) {
		t.Errorf("links lead to %q", got)
	}
}

func TestAnyMapComesBackFromItsPDFEqual(t *testing.T) {
	format, _ := formats.Named(formats.PDF)
	anyMap := rapid.Custom(mapgen.Map)
	for seed := range 12 {
		m := anyMap.Example(seed)
		var out bytes.Buffer
		if _, err := format.Write(&out, m, formats.Options{}); err != nil {
			t.Fatalf("map %d: %v", seed, err)
		}
		back, err := format.Read(out.Bytes(), mapmodel.NewSeededSource(2))
		if err != nil {
			t.Fatalf("map %d: %v", seed, err)
		}
		if !mapmodel.Equal(m, back) {
			t.Errorf("map %d comes back as another", seed)
		}
		path := filepath.Join(t.TempDir(), "map.pdf")
		if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		said(t, "qpdf", "--check", path)
		rewritten := path + ".pdf"
		said(t, "qpdf", "--linearize", "--object-streams=generate", path, rewritten)
		data, err := os.ReadFile(rewritten)
		if err != nil {
			t.Fatal(err)
		}
		if back, err := format.Read(data, mapmodel.NewSeededSource(2)); err != nil || !mapmodel.Equal(m, back) {
			t.Errorf("map %d comes back as another after it was rewritten: %v", seed, err)
		}
	}
}
