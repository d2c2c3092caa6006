package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"time"

	"footpath/render/scene"
)

// finisher is the last hand on a file: gofpdf's objects and all that gofpdf
// cannot say.
type finisher struct {
	*objects
	pages   []int     // the numbers of the pages' objects
	heights []float64 // of the pages
	// fonts and drawn are the entries by which all pages know what they are
	// set in, and the forms and pictures that they paint.
	fonts, drawn []byte
	// resources is the number of the dictionary that takes them.
	resources int
}

// finish makes of gofpdf's file one that other software trusts: tagged, dated
// by the map or not at all, with an outline, links, metadata and the attachment.
func (d *document) finish(data []byte, s *scene.Scene, options Options) ([]byte, error) {
	o, err := parseObjects(data)
	if err != nil {
		return nil, err
	}
	o.packer = &d.packer
	f := &finisher{objects: o}
	if err := f.findPages(s); err != nil {
		return nil, err
	}
	if err := f.findResources(); err != nil {
		return nil, err
	}
	if err := f.addFonts(d.typefaces); err != nil {
		return nil, err
	}
	f.addPictures(d.pictures)
	f.addStamps(d.stamps.list)
	if d.layer != nil {
		f.addLayer(d.layer, d.layerContent)
	}
	f.enterAll()
	f.describe(s)
	byPage, owners := f.links(s, d.places)
	d.tree.prune()
	structure := d.tree.write(o, f.pages, owners)
	for i, n := range f.pages {
		f.finishPage(i, n, byPage[i])
	}
	for i, content := range d.contents {
		n, ok := reference(f.list[f.pages[i]], "/Contents ")
		if !ok || n >= len(f.list) {
			return nil, errPages
		}
		f.list[n] = packedStream("", content)
	}
	catalog := "<</Type/Catalog/Version/1.7/Pages 1 0 R/Lang(" + language(s) + ")/MarkInfo<</Marked true>>" +
		"/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot " + ref(structure) + "/Metadata " + ref(f.add(metadata(s)))
	if list := bookmarks(s, d.places); len(list) > 0 {
		catalog += "/PageMode/UseOutlines/Outlines " + ref(f.outlines(list))
	}
	if options.Attachment != nil {
		spec := ref(f.attach(options))
		catalog += "/AF[" + spec + "]/Names<</EmbeddedFiles<</Names[" + string(textString(options.AttachmentName)) + spec + "]>>>>"
	}
	f.list[f.root] = []byte(catalog + ">>")
	return f.write(), nil
}

var errPages = fmt.Errorf("%w: pages", errObjects)

// findPages reads the list of pages, which gofpdf keeps in its first object.
func (f *finisher) findPages(s *scene.Scene) error {
	if len(f.list) < 2 {
		return errPages
	}
	_, kids, ok := bytes.Cut(f.list[1], []byte("/Kids ["))
	if !ok {
		return errPages
	}
	for {
		n, rest, ok := leadingInt(kids)
		if !ok {
			break
		}
		kids = bytes.TrimPrefix(rest, []byte(" 0 R "))
		if n >= len(f.list) || !bytes.HasSuffix(f.list[n], []byte(">>")) {
			return errPages
		}
		f.pages = append(f.pages, n)
	}
	if len(f.pages) < len(s.Pages) {
		return errPages
	}
	for _, p := range s.Pages {
		f.heights = append(f.heights, p.Size.Y)
	}
	for len(f.heights) < len(f.pages) { // a scene without pages has one that is empty
		f.heights = append(f.heights, blankHeight)
	}
	return nil
}

// lettered and painted are where a dictionary begins to list the fonts of the
// pages, and what they paint beside their own content (ISO 32000-1, 7.8.3).
const (
	lettered = "/Font <<"
	painted  = "/XObject <<"
)

// findResources finds the one dictionary, which gofpdf has written, of what all
// pages paint with.
func (f *finisher) findResources() error {
	for n := 1; n < len(f.list); n++ {
		if body := f.list[n]; !isStream(body) && bytes.Contains(body, []byte(lettered)) && bytes.Contains(body, []byte(painted)) {
			f.resources = n
			return nil
		}
	}
	return fmt.Errorf("%w: resources", errObjects)
}

// enter takes in what the pages paint, under the name by which they know it.
func (f *finisher) enter(name string, body []byte) {
	f.drawn = append(f.drawn, name+" "+ref(f.add(body))...)
}

// enterAll makes known to the pages what was taken in.
func (f *finisher) enterAll() {
	for _, part := range []struct {
		begins  string
		entries []byte
	}{{lettered, f.fonts}, {painted, f.drawn}} {
		begins := []byte(part.begins)
		f.list[f.resources] = bytes.Replace(f.list[f.resources], begins, slices.Concat(begins, part.entries), 1)
	}
}

// finishPage ties a page to the structure and to its links.
func (f *finisher) finishPage(i, n int, links []int) {
	page := bytes.TrimSuffix(f.list[n], []byte(">>"))
	out := append([]byte(nil), page...)
	out = fmt.Appendf(out, "\n/StructParents %d/Tabs/S", i)
	if len(links) > 0 {
		out = append(out, "/Annots["...)
		for _, l := range links {
			out = append(appendRef(out, l), ' ')
		}
		out = append(out, ']')
	}
	f.list[n] = append(out, ">>"...)
}

// subsetTag is what the name of a font begins with of which only some glyphs are
// in the file: six letters, from a hash of them (ISO 32000-1, 9.6.4).
func subsetTag(file []byte) string {
	sum := sha256.Sum256(file)
	var out [6]byte
	for i := range out {
		out[i] = 'A' + sum[i]%26
	}
	return string(out[:])
}

// describe writes the document's description, with dates only where the map
// has one.
func (f *finisher) describe(s *scene.Scene) {
	out := "<</Producer(" + producer + ")/Creator(" + producer + ")/Title" + string(textString(s.Title))
	if day, known := dated(s); known {
		said := "(D:" + day.Format("20060102150405") + "Z)"
		out += "/CreationDate" + said + "/ModDate" + said
	}
	f.list[f.info] = []byte(out + ">>")
}

// dated is the day of the map, and whether it has one.
func dated(s *scene.Scene) (time.Time, bool) {
	t, err := time.Parse(time.DateOnly, s.Date)
	return t, err == nil
}

// language is the pages' language as a tag; letters and hyphens alone.
func language(s *scene.Scene) string {
	for _, r := range s.Language {
		if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '-' {
			return defaultLanguage
		}
	}
	if s.Language == "" {
		return defaultLanguage
	}
	return s.Language
}

// defaultLanguage is that of a map which names none, as for its words.
const defaultLanguage = "en"

// metadata is the document's description in XMP (ISO 16684-1), which other
// software reads without reading the file; it stays plain for that.
func metadata(s *scene.Scene) []byte {
	var x strings.Builder
	x.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">` +
		"\n<dc:format>application/pdf</dc:format>\n<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">")
	_ = xml.EscapeText(&x, []byte(strings.ToValidUTF8(s.Title, "\uFFFD"))) // a Builder takes everything
	x.WriteString("</rdf:li></rdf:Alt></dc:title>\n<dc:language><rdf:Bag><rdf:li>" + language(s) + "</rdf:li></rdf:Bag></dc:language>\n")
	x.WriteString("<xmp:CreatorTool>" + producer + "</xmp:CreatorTool>\n<pdf:Producer>" + producer + "</pdf:Producer>\n")
	if day, known := dated(s); known {
		iso := day.Format(time.DateOnly)
		x.WriteString("<xmp:CreateDate>" + iso + "</xmp:CreateDate>\n<xmp:ModifyDate>" + iso + "</xmp:ModifyDate>\n")
	}
	x.WriteString("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return fmt.Appendf(nil, "<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n%s\nendstream", x.Len(), x.String())
}
