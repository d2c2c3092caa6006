package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/xml"
	"fmt"
	"regexp"
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
}

// finish makes of gofpdf's file one that other software trusts: tagged, dated
// by the map or not at all, with an outline, links, metadata and the attachment.
func (d *document) finish(data []byte, s *scene.Scene, options Options) ([]byte, error) {
	o, err := parseObjects(data)
	if err != nil {
		return nil, err
	}
	f := &finisher{objects: o}
	if err := f.findPages(s); err != nil {
		return nil, err
	}
	f.subsetTags()
	if err := f.addPictures(d.pictures); err != nil {
		return nil, err
	}
	if err := f.addShaped(d.shaped); err != nil {
		return nil, err
	}
	if err := f.addStamps(d.stamps.list); err != nil {
		return nil, err
	}
	f.describe(s)
	byPage, owners := f.links(s, d.places)
	d.tree.prune()
	structure := d.tree.write(o, f.pages, owners)
	for i, n := range f.pages {
		f.finishPage(i, n, byPage[i])
	}
	if d.layer != nil {
		if err := f.addLayer(d.layer, d.layerContent); err != nil {
			return nil, err
		}
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

var fontName = regexp.MustCompile(`/(BaseFont|FontName) /(?:utf8)?(\w+)`)

// subsetTags gives fonts of which only some glyphs are in the file the names
// that say so: six letters, from a hash of the glyphs, and a plus sign (ISO
// 32000-1, 9.6.4).
func (f *finisher) subsetTags() {
	tags := map[string]string{}
	for _, body := range f.list[:f.packed] {
		file, ok := reference(body, "/FontFile2 ")
		if !ok || file >= len(f.list) {
			continue
		}
		if found := fontName.FindSubmatch(body); found != nil {
			tags[string(found[2])] = subsetTag(f.list[file])
		}
	}
	for i, body := range f.list[:f.packed] {
		if isStream(body) || !bytes.Contains(body, []byte("/BaseFont /")) && !bytes.Contains(body, []byte("/FontName /")) {
			continue
		}
		f.list[i] = fontName.ReplaceAllFunc(body, func(entry []byte) []byte {
			found := fontName.FindSubmatch(entry)
			tag, ok := tags[string(found[2])]
			if !ok {
				return entry
			}
			return []byte("/" + string(found[1]) + " /" + tag + "+" + string(found[2]))
		})
	}
}

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
