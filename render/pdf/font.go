package pdf

import (
	"strconv"
	"strings"

	"footpath/render/text"
	"footpath/render/truetype"
)

// typeface is a font in the file: as many signs as the pages show, numbered as
// they come, drawn of the outlines of one of our fonts. Most signs are the
// letters of plain text; the others are what cannot be said letter by letter.
// It is embedded as ISO 32000-1, 9.7 has it: Type 0, with codes that are glyph
// numbers. So the file holds nothing of a font but what is seen.
type typeface struct {
	font  *text.Font
	name  string
	list  []sign
	codes map[string]uint16
	// letters are the codes of plain text's characters, where they are known.
	letters []uint16
}

// typeface gives the document's font for glyphs of one of ours.
func (d *document) typeface(f *text.Font) *typeface {
	for _, t := range d.typefaces {
		if t.font == f {
			return t
		}
	}
	t := &typeface{font: f, name: "F" + strconv.Itoa(len(d.typefaces)+1), codes: map[string]uint16{}}
	d.typefaces = append(d.typefaces, t)
	return t
}

// letter gives the code of a character of plain text in a face; the typeface is
// that of the face's own font.
func (t *typeface) letter(face text.Face, r rune) uint16 {
	if int(r) < len(t.letters) && t.letters[r] > 0 {
		return t.letters[r]
	}
	advance := 0.0
	glyphs := face.Glyphs(string(r), text.Rightward)
	for _, g := range glyphs {
		advance += g.Advance
	}
	code := t.code(sign{glyphs, advance, string(r)})
	if more := int(r) + 1 - len(t.letters); more > 0 {
		t.letters = append(t.letters, make([]uint16, more)...)
	}
	t.letters[r] = code
	return code
}

// addFonts writes the document's fonts into the file, where the pages find them.
func (f *finisher) addFonts(list []*typeface) error {
	for _, t := range list {
		if len(t.list) >= mostSigns {
			return errGlyphs
		}
		n, err := f.addFont(t)
		if err != nil {
			return err
		}
		f.fonts = append(f.fonts, "/"+t.name+" "+ref(n)+" "...)
	}
	return nil
}

// addFont writes one font and gives its number.
func (f *finisher) addFont(t *typeface) (int, error) {
	glyphs := make([]truetype.Glyph, len(t.list))
	for i := range t.list {
		glyphs[i] = truetype.Glyph{Outline: t.list[i].outline(), Advance: t.list[i].advance}
	}
	file, around, err := truetype.Make(glyphs)
	if err != nil {
		return 0, err
	}
	name := subsetTag(file) + "+" + t.font.Name()
	ascent, descent := t.font.Heights()
	thousandths := func(v float64) string { return strconv.FormatFloat(v*1000, 'f', 0, 64) }
	program := f.add(f.stream("/Length1 "+strconv.Itoa(len(file)), file))
	descriptor := f.add([]byte("<</Type/FontDescriptor/FontName/" + name + "/Flags 4/ItalicAngle 0/StemV 80/FontBBox[" +
		thousandths(around.Left) + " " + thousandths(around.Bottom) + " " + thousandths(around.Right) + " " + thousandths(around.Top) +
		"]/Ascent " + thousandths(ascent) + "/Descent " + thousandths(-descent) + "/CapHeight " + thousandths(ascent) + "/FontFile2 " + ref(program) + ">>"))
	var widths strings.Builder
	for _, g := range t.list {
		widths.WriteString(strconv.FormatFloat(g.advance*1000, 'f', -1, 64) + " ")
	}
	descendant := f.add([]byte("<</Type/Font/Subtype/CIDFontType2/BaseFont/" + name + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>" +
		"/DW 0/W[1[" + strings.TrimRight(widths.String(), " ") + "]]/CIDToGIDMap/Identity/FontDescriptor " + ref(descriptor) + ">>"))
	unicode := f.add(f.stream("", t.toUnicode()))
	return f.add([]byte("<</Type/Font/Subtype/Type0/BaseFont/" + name + "/Encoding/Identity-H/DescendantFonts[" + ref(descendant) + "]/ToUnicode " + ref(unicode) + ">>")), nil
}
