package pdffile_test

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"footpath/storage/exchange/pdffile"

	"pgregory.net/rapid"
)

const limit = 1 << 20

// plain is the smallest PDF with an attachment, without a table of objects.
func plain(name, content string) []byte {
	return fmt.Appendf(nil, `%%PDF-1.7
1 0 obj
<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 4 0 R>>>>
endobj
2 0 obj
<</Type/Pages/Kids[3 0 R]/Count 1>>
endobj
3 0 obj
<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>
endobj
4 0 obj
<</Names[(x)<</Type/Filespec/F(%s)/EF<</F 5 0 R>>>>]>>
endobj
5 0 obj
<</Length %d>>
stream
%s
endstream
endobj
trailer
<</Root 1 0 R/Size 6>>
`, name, len(content), content)
}

// rewritten gives a PDF as qpdf writes it again.
func rewritten(t *testing.T, data []byte, args ...string) []byte {
	t.Helper()
	in := filepath.Join(t.TempDir(), "in.pdf")
	if err := os.WriteFile(in, data, 0o600); err != nil {
		t.Fatal(err)
	}
	out := in + ".out"
	said, err := exec.Command("qpdf", append(args, "--", in, out)...).CombinedOutput()
	var ended *exec.ExitError
	if err != nil && (!errors.As(err, &ended) || ended.ExitCode() != 3) { // 3: it warns that it had to mend
		t.Fatalf("qpdf: %v\n%s", err, said)
	}
	data, err = os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestTheMapComesOutByteForByteWhateverRewroteTheFile(t *testing.T) {
	content := "format: footpath/1\ntitle: \"1 0 obj endstream endobj\"\n" + strings.Repeat("# a line\n", 3000)
	data := plain(pdffile.Name, content)
	for _, args := range [][]string{
		nil,
		{"--linearize"},
		{"--object-streams=generate"},
		{"--linearize", "--object-streams=generate"},
		{"--object-streams=disable"},
		{"--qdf"},
		{"--stream-data=uncompress"},
		{"--newline-before-endstream"},
	} {
		file := data
		if args != nil {
			file = rewritten(t, data, args...)
		}
		got, err := pdffile.Map(file, limit)
		if err != nil || string(got) != content {
			t.Errorf("%v: %d bytes of %d, %v", args, len(got), len(content), err)
		}
	}
}

func TestAFileAttachedByOtherSoftwareIsFound(t *testing.T) {
	yaml := filepath.Join(t.TempDir(), "Renewal.journey.yaml")
	if err := os.WriteFile(yaml, []byte("title: Other\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	data := rewritten(t, plain("notes.txt", "no map"), "--add-attachment", yaml)
	if got, err := pdffile.Map(data, limit); err != nil || string(got) != "title: Other\n" {
		t.Errorf("%q, %v", got, err)
	}
}

func TestWhatHoldsNoMapSaysWhy(t *testing.T) {
	protected := rewritten(t, plain(pdffile.Name, "title: A\n"), "--encrypt", "a", "b", "256")
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"nothing":           {nil, pdffile.ErrNotPDF},
		"a picture":         {[]byte("\x89PNG\r\n"), pdffile.ErrNotPDF},
		"another's":         {plain("notes.txt", "x"), pdffile.ErrNoMap},
		"a beginning":       {[]byte("%PDF-1.7\n"), pdffile.ErrNoMap},
		"cut off":           {plain(pdffile.Name, strings.Repeat("x", 500))[:420], pdffile.ErrNoMap},
		"protected":         {protected, pdffile.ErrLocked},
		"too large":         {plain(pdffile.Name, strings.Repeat("x", limit+1)), pdffile.ErrTooLarge},
		"not as it says":    {bytes.Replace(plain(pdffile.Name, "title: A\n"), []byte("<</Length"), []byte("<</Filter/FlateDecode/Length"), 1), pdffile.ErrDamaged},
		"packed strangely":  {bytes.Replace(plain(pdffile.Name, "title: A\n"), []byte("<</Length"), []byte("<</Filter/LZWDecode/Length"), 1), pdffile.ErrDamaged},
		"without its roots": {bytes.ReplaceAll(plain(pdffile.Name, "x"), []byte("Catalog"), []byte("Cat")), nil},
	} {
		if _, err := pdffile.Map(c.data, limit); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAFileThatIsSmallButUnpacksToMuchIsRefused(t *testing.T) {
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	if _, err := z.Write(make([]byte, 64<<20)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	data := bytes.Replace(plain(pdffile.Name, packed.String()), []byte("<</Length"), []byte("<</Filter/FlateDecode/Length"), 1)
	if _, err := pdffile.Map(data, limit); !errors.Is(err, pdffile.ErrTooLarge) {
		t.Error(err)
	}
}

// Made to harm: nesting without end, circles, tables of a size that no memory
// has, and much that looks like the beginning of something.
func TestWhatIsMadeToHarmEndsWithASentence(t *testing.T) {
	much := 1 << 21
	for name, body := range map[string]string{
		"nested":       "1 0 obj\n" + strings.Repeat("[", much),
		"nested dicts": "1 0 obj\n" + strings.Repeat("<</A", much/4),
		"open strings": strings.Repeat("1 0 obj<</A(", much/12),
		"trailers":     strings.Repeat("trailer<</Root 1 0 R", much/20),
		"streams":      strings.Repeat("1 0 obj<<>>stream\n", much/18),
		"objects":      strings.Repeat("1 0 obj", much/7),
		"huge table":   "1 0 obj<</Type/XRef/W[8 8 8]/Size 4000000000000>>stream\nx\nendstream endobj",
		"circle":       "1 0 obj 2 0 R endobj 2 0 obj 1 0 R endobj trailer<</Root 1 0 R>>",
		"tree of itself": "1 0 obj<</Type/Catalog/Names<</EmbeddedFiles 2 0 R>>>>endobj 2 0 obj<</Kids[" +
			strings.Repeat("2 0 R ", 1000) + "]>>endobj trailer<</Root 1 0 R>>",
		"pack in itself": "1 0 obj<</Type/ObjStm/N 1/First 4/Length 8>>stream\n1 0 1 0 R\nendstream endobj trailer<</Root 1 0 R>>",
		"values":         "1 0 obj[" + strings.Repeat("1 ", 3*much) + "]",
	} {
		if _, err := pdffile.Map([]byte("%PDF-1.7\n"+body), limit); !errors.Is(err, pdffile.ErrNoMap) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAnyContentUnderAnyNameComesOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		content := rapid.SliceOf(rapid.Byte()).Draw(t, "content")
		stem := rapid.StringMatching(`[a-z (]{0,9}`).Draw(t, "name")
		name := strings.ReplaceAll(stem, "(", `\(`) + ".journey.yaml"
		got, err := pdffile.Map(plain(name, string(content)), limit)
		if err != nil || !bytes.Equal(got, content) {
			t.Fatalf("%q: %q, %v", name, got, err)
		}
	})
}

func FuzzMap(f *testing.F) {
	f.Add(plain(pdffile.Name, "title: A\n"))
	f.Add([]byte("%PDF-1.5\n1 0 obj<</Type/ObjStm/N 1/First 4/Length 30>>stream\n2 0 <</Type/Catalog/AF[3 0 R]>>\nendstream endobj trailer<</Root 2 0 R>>"))
	f.Add([]byte("%PDF-1.4\n%\xff\n9 9 obj<</A#41<41 4>/B(\\(\\12\\\n)/C[1.5 -2 true null]>>endobj"))
	for _, name := range []string{"linear.pdf", "packed.pdf"} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := pdffile.Map(data, limit)
		if err == nil && len(got) > limit {
			t.Fatalf("%d bytes", len(got))
		}
	})
}
