package words_test

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/render/scene"
)

// The places of the languages in a sentence's pair.
const (
	inEnglish = iota
	inGerman
)

// table reads the sentences of a language as they stand in the files of the
// areas.
func table(t *testing.T, language int) map[string]string {
	t.Helper()
	names := constants(t)
	out := map[string]string{}
	for _, file := range areas(t) {
		ast.Inspect(source(t, file), func(n ast.Node) bool {
			area, ok := n.(*ast.CompositeLit)
			if !ok {
				return true
			}
			if kind, ok := area.Type.(*ast.Ident); !ok || kind.Name != "sentences" {
				return true
			}
			for _, elt := range area.Elts {
				pair := elt.(*ast.KeyValueExpr)
				var key string
				switch k := pair.Key.(type) {
				case *ast.Ident:
					key = names[k.Name]
				case *ast.BasicLit:
					key = unquote(t, k)
				}
				if _, twice := out[key]; twice {
					t.Errorf("%s: %q is said a second time", file, key)
				}
				out[key] = unquote(t, pair.Value.(*ast.CompositeLit).Elts[language].(*ast.BasicLit))
			}
			return true
		})
	}
	return out
}

// constants gives the key of each named constant.
func constants(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, file := range areas(t) {
		ast.Inspect(source(t, file), func(n ast.Node) bool {
			c, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			if kind, ok := c.Type.(*ast.Ident); ok && kind.Name == "Key" {
				out[c.Names[0].Name] = unquote(t, c.Values[0].(*ast.BasicLit))
			}
			return true
		})
	}
	return out
}

// areas lists the files of the package.
func areas(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(files, func(f string) bool { return strings.HasSuffix(f, "_test.go") })
}

func source(t *testing.T, file string) *ast.File {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func unquote(t *testing.T, lit *ast.BasicLit) string {
	t.Helper()
	s, err := strconv.Unquote(lit.Value)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// gapsOf lists the names of a sentence's gaps, each once, and with a bar where
// it has two forms.
func gapsOf(t *testing.T, sentence string) []string {
	t.Helper()
	var out []string
	for rest := sentence; ; {
		open := strings.IndexByte(rest, '{')
		if open < 0 {
			break
		}
		rest = rest[open+1:]
		end := strings.IndexAny(rest, "|}")
		if end < 0 {
			t.Fatalf("%q: a gap is not closed", sentence)
		}
		name := rest[:end]
		if rest[end] == '|' {
			name += "|"
		}
		out = append(out, name)
	}
	if strings.Count(sentence, "{") != strings.Count(sentence, "}") {
		t.Errorf("%q: a gap is not closed", sentence)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func TestBothLanguagesHoldTheSameKeysWithTheSameGaps(t *testing.T) {
	en, de := table(t, inEnglish), table(t, inGerman)
	for key, sentence := range en {
		other, ok := de[key]
		if !ok {
			t.Errorf("German lacks %q", key)
		}
		if a, b := gapsOf(t, sentence), gapsOf(t, other); !slices.Equal(a, b) {
			t.Errorf("%q has the gaps %v in English and %v in German", key, a, b)
		}
	}
	for key := range en {
		if !words.English.Has(words.Key(key)) {
			t.Errorf("%q stands in an area that is not among the areas", key)
		}
	}
	for key := range de {
		if _, ok := en[key]; !ok {
			t.Errorf("English lacks %q", key)
		}
	}
	for name, key := range constants(t) {
		if _, ok := en[key]; !ok {
			t.Errorf("nobody says %s (%q)", name, key)
		}
	}
}

func TestNoSentenceIsEmptyOrFrayed(t *testing.T) {
	for language, name := range []string{"English", "German"} {
		for key, sentence := range table(t, language) {
			if sentence == "" || strings.TrimSpace(sentence) != sentence || strings.Contains(sentence, "  ") {
				t.Errorf("%s: %q is %q", name, key, sentence)
			}
		}
	}
}

func TestEveryWordOfAPageIsThere(t *testing.T) {
	for _, l := range words.Languages() {
		page := l.Page()
		for _, key := range scene.WordKeys() {
			word := page(key)
			if !l.Has(words.Key(key)) || word == "" {
				t.Errorf("%s lacks %q", l.Tag(), key)
			}
			if strings.Contains(word, "|") {
				t.Errorf("%s: %q has two forms, which a page cannot choose from: %q", l.Tag(), key, word)
			}
		}
	}
	if got := words.German.Page()("page.page"); got != "Seite {n} von {m}" {
		t.Errorf("a page's gaps are left for the layout: got %q", got)
	}
}

func TestEveryFieldHasANameForPeople(t *testing.T) {
	for _, l := range words.Languages() {
		for _, kind := range mapmodel.Kinds() {
			for _, f := range mapmodel.Fields(kind) {
				if f.Name == "id" || f.Type == mapmodel.Order || f.Number <= 2 {
					continue // nobody alters these by themselves
				}
				if !l.Has(words.Key("field." + f.Name)) {
					t.Errorf("%s has no name for the field %q of %s", l.Tag(), f.Name, kind)
				}
			}
		}
	}
}

func TestOneAndManyAreSaidDifferently(t *testing.T) {
	for _, c := range []struct {
		l    words.Language
		n    int
		want string
	}{
		{words.English, 0, "Deleted 0 cards"},
		{words.English, 1, "Deleted one card"},
		{words.English, 2, "Deleted 2 cards"},
		{words.English, 1204, "Deleted 1,204 cards"},
		{words.German, 1, "Eine Karte gelöscht"},
		{words.German, 0, "0 Karten gelöscht"},
		{words.German, 1234567, "1.234.567 Karten gelöscht"},
	} {
		if got := c.l.Say(words.ToastDeletedCards, words.Args{"n": c.n}); got != c.want {
			t.Errorf("%s, %d: got %q, want %q", c.l.Tag(), c.n, got, c.want)
		}
	}
}

func TestWhatPeopleTypedIsNotTakenForAGap(t *testing.T) {
	got := words.English.Say(words.HomeNothingFound, words.Args{"query": "{query|a|b}", "n": 1})
	if got != "Nothing found for “{query|a|b}”." {
		t.Errorf("got %q", got)
	}
}

func TestASlipShowsAndNothingFails(t *testing.T) {
	if got := words.English.Say("no.such.key", nil); got != "no.such.key" {
		t.Errorf("got %q", got)
	}
	if got := words.English.Say(words.ToastExported, nil); got != "Exported to {path}" {
		t.Errorf("got %q", got)
	}
	if got := (words.Language{}).Say(words.MenuFile, nil); got != "menu.file" {
		t.Errorf("got %q", got)
	}
	if got := words.English.Page()("page.nothing"); got != "page.nothing" {
		t.Errorf("got %q", got)
	}
	if got := words.English.Say(words.SavingNotSaved, words.Args{"reason": errors.New("the disk is full")}); got != "Not saved: the disk is full" {
		t.Errorf("got %q", got)
	}
}

func TestATagFindsItsLanguageOrEnglish(t *testing.T) {
	for tag, want := range map[string]string{
		"": "en", "en": "en", "en-GB": "en", "de": "de", "de-AT": "de", "DE": "de",
		"de_CH.UTF-8": "de", "de@euro": "de", "den": "en", "fr": "en", "C": "en", "-": "en",
	} {
		if got := words.For(tag).Tag(); got != want {
			t.Errorf("For(%q) is %q, want %q", tag, got, want)
		}
	}
}

func FuzzNoArgumentBreaksASentence(f *testing.F) {
	f.Add("{", "}")
	f.Add("{a|b", "1")
	f.Add("{{}|}", "-0")
	f.Fuzz(func(t *testing.T, key, arg string) {
		for _, l := range words.Languages() {
			l.Label(key, []string{arg, key})
			l.Label("label.undo", []string{key, arg})
			if got := l.Say(words.ToastExported, words.Args{"path": arg}); !strings.Contains(got, arg) {
				t.Errorf("%q is missing in %q", arg, got)
			}
			l.Date(arg)
		}
	})
}
