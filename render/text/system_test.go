package text

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"footpath/assets/fonts"
)

// withCharacter makes a font file of an embedded one that draws a single
// character, with the glyph the font has for another.
func withCharacter(t testing.TB, file []byte, r, as rune) []byte {
	t.Helper()
	f := parseFont(file, 0, "donor")
	if f == nil {
		t.Fatal("the donor is broken")
	}
	glyph := f.find(as).id
	cmap := binary.BigEndian.AppendUint32(nil, 1)              // version 0, one table
	cmap = append(cmap, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0) // of all of Unicode, format 12
	for _, v := range []uint32{28, 0, 1, uint32(r), uint32(r), glyph} {
		cmap = binary.BigEndian.AppendUint32(cmap, v)
	}
	return withTable(file, "cmap", cmap)
}

// withTable puts another table in a font file's place of it, at its end.
func withTable(file []byte, tag string, data []byte) []byte {
	out := bytes.Clone(file)
	for len(out)%4 != 0 {
		out = append(out, 0)
	}
	for i := range int(binary.BigEndian.Uint16(out[4:])) {
		if row := out[12+16*i:]; string(row[:4]) == tag {
			binary.BigEndian.PutUint32(row[8:], uint32(len(out)))
			binary.BigEndian.PutUint32(row[12:], uint32(len(data)))
		}
	}
	return append(out, data...)
}

// collection makes a TTC of font files.
func collection(files ...[]byte) []byte {
	out := append([]byte("ttcf"), 0, 1, 0, 0)
	out = binary.BigEndian.AppendUint32(out, uint32(len(files)))
	at := len(out) + 4*len(files)
	for _, f := range files {
		out = binary.BigEndian.AppendUint32(out, uint32(at))
		at += (len(f) + 3) &^ 3
	}
	for _, f := range files {
		base := len(out)
		out = append(out, f...)
		for i := range int(binary.BigEndian.Uint16(f[4:])) {
			row := out[base+12+16*i:]
			binary.BigEndian.PutUint32(row[8:], binary.BigEndian.Uint32(row[8:])+uint32(base))
		}
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	return out
}

func TestTheSystemDrawsWhatNoEmbeddedFontHas(t *testing.T) {
	const ground = '地'
	home := t.TempDir()
	folder := filepath.Join(home, ".local", "share", "fonts")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	put := func(name string, data []byte) {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	put("broken.ttf", fonts.Hebrew[:5000])
	put("empty.otf", nil)
	put("many.ttc", collection(fonts.Hebrew, withCharacter(t, fonts.Hebrew, ground, 'ש')))
	t.Setenv("HOME", home)
	t.Setenv("XDG_DATA_HOME", filepath.Join(home, ".local", "share"))
	t.Setenv("XDG_DATA_DIRS", folder)

	if got := Missing("地"); !slices.Equal(got, []rune{ground}) {
		t.Fatalf("before they may be used, %q is missing", string(got))
	}
	UseSystemFonts(t.TempDir())
	defer func() { system.use = false }()
	if got := Missing("地"); len(got) > 0 {
		t.Fatalf("%q is missing", string(got))
	}
	g := Regular.Glyphs("a地", Natural)
	if len(g) != 2 || g[1].ID == 0 || len(g[1].Font.Outline(g[1].ID)) == 0 {
		t.Fatalf("it is drawn as %+v", g)
	}
	if got := Missing("\U000F1234"); len(got) != 1 {
		t.Fatalf("what nobody has is not missing: %q", string(got))
	}
}

func TestAFontOfAnyKindIsReadOrRefused(t *testing.T) {
	for _, c := range []struct {
		what  string
		data  []byte
		index int
		good  bool
	}{
		{"a font", fonts.Thai, 0, true},
		{"the second of a collection", collection(fonts.Thai, fonts.Hebrew), 1, true},
		{"the third of two", collection(fonts.Thai, fonts.Hebrew), 2, false},
		{"nothing", nil, 0, false},
		{"a name alone", []byte("OTTO"), 0, false},
		{"half a font", fonts.Thai[:len(fonts.Thai)/3], 0, false},
		{"a picture", []byte("\x89PNG\r\n\x1a\n"), 0, false},
	} {
		if got := parseFont(c.data, c.index, "x"); (got != nil) != c.good {
			t.Errorf("%s: %v", c.what, got)
		}
	}
}

// FuzzFont draws with fonts of any bytes: what cannot be read is no font, and
// what can draws something or nothing, but never ends the program.
func FuzzFont(f *testing.F) {
	small := withCharacter(f, fonts.Hebrew, 'x', 'ש')
	f.Add(small)
	f.Add(fonts.Thai[:9000])
	f.Add([]byte("OTTO\x00\x01"))
	f.Add(collection(fonts.Hebrew))
	f.Fuzz(func(_ *testing.T, data []byte) {
		font := parseFont(data, 0, "fuzzed")
		if font == nil {
			return
		}
		runes := []rune("xשم地a")
		for _, r := range runes {
			font.draws(r)
		}
		shape(font, runes, 0, len(runes), false)
		shape(font, runes, 0, len(runes), true)
	})
}
