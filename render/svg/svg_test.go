package svg_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/render/painttest"
	"footpath/render/scene"
	"footpath/render/svg"
	"footpath/render/text"

	"pgregory.net/rapid"
)

// testing.TB and *rapid.T have this much in common.
type reporter interface {
	Helper()
	Fatalf(format string, args ...any)
}

func paint(t reporter, s *scene.Scene, page *scene.Page) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := svg.Write(&out, s, page); err != nil {
		t.Fatalf("%v", err)
	}
	return out.Bytes()
}

// node is an element of a file.
type node struct {
	Name  xml.Name
	Attr  []xml.Attr `xml:",any,attr"`
	Text  string     `xml:",chardata"`
	Nodes []node     `xml:",any"`
}

// UnmarshalXML keeps the name, which encoding/xml does not do by itself.
func (n *node) UnmarshalXML(d *xml.Decoder, start xml.StartElement) error {
	type plain node
	n.Name = start.Name
	return d.DecodeElement((*plain)(n), &start)
}

func (n *node) get(name string) string {
	for _, a := range n.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// each visits an element and all below it.
func (n *node) each(visit func(*node)) {
	visit(n)
	for i := range n.Nodes {
		n.Nodes[i].each(visit)
	}
}

func parse(t reporter, data []byte) *node {
	t.Helper()
	var root node
	d := xml.NewDecoder(bytes.NewReader(data))
	if err := d.Decode(&root); err != nil {
		t.Fatalf("the file cannot be read: %v\n%s", err, data)
	}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if space, ok := token.(xml.CharData); err != nil || !ok || len(bytes.TrimSpace(space)) > 0 {
			t.Fatalf("after the file's end stands %v, %v", token, err)
		}
	}
	return &root
}

// bare is a text without white space, and without the hyphens that a soft one
// becomes where a line ends.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u00AD' || r == '-' {
			return -1
		}
		if r < ' ' || r == 0xFFFE || r == 0xFFFF {
			return 0xFFFD
		}
		return r
	}, s)
}

// said are the texts of an element, one after the other.
func said(n *node) string {
	var b strings.Builder
	n.each(func(n *node) {
		if n.Name.Local == "text" {
			b.WriteString(n.Text)
		}
	})
	return bare(b.String())
}

func same(key string) string { return key }

func TestEveryCardsWholeTextIsInTheFileWhateverTheMapHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := mapgen.Map(t)
		s := scene.Layout(m, scene.Print(), same, scene.A3())
		var pages strings.Builder
		for _, page := range s.Pages {
			pages.WriteString(said(parse(t, paint(t, s, page))))
		}
		hidden := map[mapmodel.ID]bool{}
		for lane := range m.Lanes() {
			hidden[lane.ID] = lane.Hidden
		}
		for card := range m.Cards() {
			// What lies in the inbox or on a hidden lane is not on the page.
			if card.Column.IsZero() || hidden[card.Lane] {
				continue
			}
			if !strings.Contains(pages.String(), bare(card.Text)) {
				t.Fatalf("%q is not in the file\n%q", card.Text, pages.String())
			}
		}
	})
}

func TestTheSameMapMakesTheSameFile(t *testing.T) {
	var files [2][]byte
	for i := range files {
		s := scene.Layout(mapgen.Grid(6, 5, 3, 1), scene.Print(), same, scene.A3())
		files[i] = paint(t, s, s.Pages[0])
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Error("two files of one map differ")
	}
}

func TestTheFileStandsAlone(t *testing.T) {
	s := scene.Layout(mapgen.Grid(3, 5, 2, 1), scene.Print(), same, scene.A3())
	standsAlone(t, parse(t, paint(t, s, s.Pages[0])))
	s = painttest.Sample()
	standsAlone(t, parse(t, paint(t, s, s.Pages[0])))
}

func standsAlone(t *testing.T, root *node) {
	t.Helper()
	allowed := map[string]bool{"svg": true, "title": true, "g": true, "rect": true, "path": true, "text": true, "image": true, "clipPath": true}
	root.each(func(n *node) {
		if !allowed[n.Name.Local] || n.Name.Space != "http://www.w3.org/2000/svg" {
			t.Errorf("a %s has no place in the file", n.Name.Local)
		}
		for _, a := range n.Attr {
			reaches := strings.Contains(a.Name.Local, "href") && !strings.HasPrefix(a.Value, "data:image/") ||
				strings.Contains(a.Value, "url(") && !strings.HasPrefix(a.Value, "url(#")
			if strings.HasPrefix(a.Name.Local, "on") || reaches {
				t.Errorf("%s = %q reaches out of the file", a.Name.Local, a.Value)
			}
		}
	})
}

// page is a scene of one page and what its file says.
func page(t *testing.T, elements ...scene.Element) *node {
	t.Helper()
	size := scene.Point{X: 300, Y: 200.125}
	s := &scene.Scene{Background: scene.Hex(0xFFFFFF), Title: `<Tom & "Jo">`, Language: "de"}
	s.Pages = []*scene.Page{{Size: size, Back: []scene.Placed{
		{Group: &scene.Group{Size: size}},
		{Group: &scene.Group{Role: scene.CardRole, Size: size, Elements: elements}, At: scene.Point{X: 10, Y: 20.504}},
	}}}
	return parse(t, paint(t, s, s.Pages[0]))
}

func TestTheFileSaysSizeTitleLanguageAndRoles(t *testing.T) {
	root := page(t, &scene.Box{Rect: scene.Rect{X: 1, Y: 2, W: 3, H: 4}, Fill: scene.Hex(0xFF)})
	if w, h, box := root.get("width"), root.get("height"), root.get("viewBox"); w != "300pt" || h != "200.13pt" || box != "0 0 300 200.13" {
		t.Errorf("the size is %s × %s in %s", w, h, box)
	}
	if root.Nodes[0].Name.Local != "title" || root.Nodes[0].Text != `<Tom & "Jo">` || root.get("lang") != "de" {
		t.Errorf("title %q, language %q", root.Nodes[0].Text, root.get("lang"))
	}
	if len(root.Nodes) != 3 {
		t.Fatalf("the file has %d parts, not a title, a ground and a group", len(root.Nodes))
	}
	group := root.Nodes[2]
	if group.get("class") != "card" || group.get("transform") != "translate(10 20.5)" || len(group.Nodes) != 1 {
		t.Errorf("the group is %+v", group)
	}
}

func TestALineIsTextAsLongAsItWasMeasured(t *testing.T) {
	root := page(t, &scene.Run{X: 5, Y: 9, Text: " “a” & b\t", Face: text.Bold, Size: 7.5, Width: 41.239, Color: scene.Color{R: 1, A: 51}})
	line := root.Nodes[2].Nodes[0]
	for name, want := range map[string]string{
		"x": "5", "y": "9", "font-size": "7.5", "font-weight": "bold", "textLength": "41.24",
		"lengthAdjust": "spacingAndGlyphs", "fill": "#010000", "fill-opacity": "0.2", "direction": "",
	} {
		if got := line.get(name); got != want {
			t.Errorf("%s is %q, not %q", name, got, want)
		}
	}
	if line.Text != " “a” & b\t" {
		t.Errorf("the line says %q", line.Text)
	}
}

func TestALineThatRunsToTheLeftBeginsAtItsRightEnd(t *testing.T) {
	for words, leftward := range map[string]bool{"שלום world": true, "مرحبا": true, "12 שלום": true, "hello שלום": false, "12": false} {
		line := page(t, &scene.Run{X: 5, Y: 9, Text: words, Size: 8, Width: 40, Color: scene.Hex(0)}).Nodes[2].Nodes[0]
		x, direction := "5", ""
		if leftward {
			x, direction = "45", "rtl"
		}
		if line.get("x") != x || line.get("direction") != direction {
			t.Errorf("%q begins at %s, direction %q", words, line.get("x"), line.get("direction"))
		}
	}
}

func TestASoftHyphenShowsWhereItsLineEnds(t *testing.T) {
	line := page(t, &scene.Run{Text: "Füh\u00ADrer\u00ADschein\u00AD", Size: 8, Width: 40, Color: scene.Hex(0)}).Nodes[2].Nodes[0]
	if line.Text != "Füh\u00ADrer\u00ADschein-" {
		t.Errorf("the line says %q", line.Text)
	}
}

func TestWhatIsNotToBeSeenIsNotWritten(t *testing.T) {
	dot := scene.Polyline(false, scene.Point{}, scene.Point{X: 1})
	root := page(
		t,
		&scene.Box{Rect: scene.Rect{W: 4, H: 4}},
		&scene.Box{Rect: scene.Rect{W: -4, H: 4}, Fill: scene.Hex(0)},
		&scene.Path{Segments: dot},
		&scene.Path{Segments: dot[1:], Fill: scene.Hex(0)},
		&scene.Path{Fill: scene.Hex(0)},
		&scene.Run{Text: "unseen", Size: 8, Width: 9},
		&scene.Run{Size: 8, Color: scene.Hex(0)},
	)
	if len(root.Nodes) != 2 {
		t.Errorf("the file has %d parts, not a title and a ground", len(root.Nodes))
	}
}

func FuzzWordsAreReadAsTheyAre(f *testing.F) {
	for _, s := range append(painttest.OddWords(), "\t\n\r\r\n") {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, words, title string) {
		size := scene.Point{X: 10, Y: 10}
		p := &scene.Page{Size: size, Back: []scene.Placed{{Group: &scene.Group{Size: size, Elements: []scene.Element{
			&scene.Run{Text: words, Size: 8, Width: 9, Color: scene.Hex(0)},
		}}}}}
		root := parse(t, paint(t, &scene.Scene{Title: title, Language: title, Pages: []*scene.Page{p}}, p))
		want := strings.Map(func(r rune) rune {
			if r == '\v' || r == '\f' {
				return ' '
			}
			if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
				return 0xFFFD
			}
			return r
		}, strings.ToValidUTF8(words, "\uFFFD"))
		got, gotTitle := "", ""
		root.each(func(n *node) {
			switch n.Name.Local {
			case "text":
				got += n.Text
			case "title":
				gotTitle += n.Text
			}
		})
		if word, cut := strings.CutSuffix(want, "\u00AD"); cut {
			want = word + "-"
		}
		// A run of bytes that are no UTF-8 may become one sign or several.
		once := func(s string) string {
			for strings.Contains(s, "\uFFFD\uFFFD") {
				s = strings.ReplaceAll(s, "\uFFFD\uFFFD", "\uFFFD")
			}
			return s
		}
		if once(got) != once(want) {
			t.Errorf("%q is read as %q", words, got)
		}
		if (gotTitle == "") != (title == "") {
			t.Errorf("the title %q is read as %q", title, gotTitle)
		}
	})
}

func TestAWindowShowsItsPartAndTheMarksAroundIt(t *testing.T) {
	s := painttest.Windowed(scene.Hex(0x24476B))
	var file node
	if err := xml.Unmarshal(paint(t, s, s.Pages[0]), &file); err != nil {
		t.Fatal(err)
	}
	var window, inside, outside *node
	for i := range file.Nodes {
		n := &file.Nodes[i]
		switch {
		case n.Name.Local == "clipPath":
			window = &n.Nodes[0]
		case n.get("clip-path") != "":
			inside = n
		case n.get("class") == "sheet":
			outside = n
		}
	}
	if window == nil || inside == nil || outside == nil {
		t.Fatalf("the file lacks a window, what is in it or what is around it: %v, %v, %v", window, inside, outside)
	}
	if got := [4]string{window.get("x"), window.get("y"), window.get("width"), window.get("height")}; got != [4]string{"20", "30", "50", "40"} {
		t.Errorf("the window is %v", got)
	}
	if inside.get("clip-path") != "url(#window)" || len(inside.Nodes) != 3 {
		t.Errorf("in the window %s are %d things, not ground, layer and box", inside.get("clip-path"), len(inside.Nodes))
	}
}
