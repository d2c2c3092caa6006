package terms

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"footpath/mapmodel/mapgen"
)

func TestAWordIsFoundHoweverItIsWritten(t *testing.T) {
	for _, c := range []struct{ text, query string }{
		{"Führerschein verlängern", "fuhrer"},
		{"Führerschein verlängern", "FÜHRERSCHEIN"},
		{"Fu\u0308hrerschein", "führer"},
		{"Führerschein", "fu\u0308h"},
		{"Straße", "strasse"},
		{"STRASSE", "straß"},
		{"crème brûlée", "CREME brulee"},
		{"l’hôpital", "hopital"},
		{"Łódź", "lodz"},
		{"smørrebrød", "smorrebrod"},
		{"İstanbul", "istanbul"},
		{"Ὀδυσσεύς", "οδυσσευς"},
		{"ОБЁРТКА", "обертка"},
		{"الرِّسَالَة", "الرسالة"},
		{"שָׁלוֹם", "שלום"},
		{"운전면허를 갱신", "운전면허"},
		{"運転免許を更新する", "免許"},
		{"運転免許を更新する", "更新する"},
		{"運転免許", "許"},
		{"ガソリン", "ｶﾞｿﾘﾝ"},
		{"ต่ออายุใบขับขี่", "ใบขับขี่"},
		{"नवीनीकरण", "नवीनी"},
		{"ﬁnd the oﬃce", "find office"},
		{"soft\u00adhyphen", "softhyphen"},
		{"pay 💳 at the desk", "💳"},
		{"€50 a shift", "€ 50"},
		{"check-in", "check-in"},
		{"check-in", "in check"},
		{"https://example.org/booking", "example booking"},
		{"iPhoneを買う", "iphone 買う"},
		{"Widerspruchsverfahrensordnungsgesetzesentwurf", "widerspruchsverfahrensordnungsgesetzes"},
	} {
		if q := NewQuery(c.query); q.Len() == 0 || q.Words(c.text) != q.All() {
			t.Errorf("%q is not found in %q: %+v in %q", c.query, c.text, q.words, wordsOf(c.text))
		}
	}
}

func TestAnotherWordIsNotFound(t *testing.T) {
	for _, c := range []struct{ text, query string }{
		{"Führerschein", "schein"},
		{"が", "か"},
		{"免許運転", "転免"},
		{"कु", "कि"},
		{"renewal", "renewals"},
		{"re newal", "renewal"},
	} {
		if q := NewQuery(c.query); q.Words(c.text) != 0 {
			t.Errorf("%q is found in %q", c.query, c.text)
		}
	}
	if q := NewQuery(" –… "); q.Len() != 0 {
		t.Errorf("there are words in punctuation: %+v", q.words)
	}
}

func TestWhatIsMarkedIsWhatWasLookedFor(t *testing.T) {
	for _, c := range []struct {
		text, query string
		want        []string
	}{
		{"Renew it: renewal", "renew", []string{"Renew", "renew"}},
		{"Verla\u0308ngerung", "verlän", []string{"Verla\u0308n"}},
		{"Führerschein", "fuhr", []string{"Führ"}},
		{"Straße", "stras", []string{"Straße"}}, // where the letters do not correspond, the whole word
		{"運転免許を更新", "免許", []string{"免許"}},
		{"a 💳 b", "💳", []string{"💳"}},
		{"Rosa renews", "renews rosa", []string{"Rosa", "renews"}},
	} {
		var got []string
		for _, f := range NewQuery(c.query).In(c.text) {
			got = append(got, c.text[f.From:f.To])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q in %q: marked %q, want %q", c.query, c.text, got, c.want)
		}
	}
}

func TestAQueryIsTakenApartOnce(t *testing.T) {
	q := NewQuery("Renewal re renew RENEWAL, rosa")
	if got := q.words; len(got) != 2 || got[0].Text != "renewal" || got[1].Text != "rosa" {
		t.Errorf("%+v", got)
	}
	if long := NewQuery(strings.Repeat("a b c d e f g h i j k l m n o p q r s t u v w x y z ", 1000)); long.Len() != maxWords {
		t.Errorf("%d words", long.Len())
	}
}

func wordsOf(text string) (all []string) {
	Words(text, func(w Word) bool { all = append(all, w.Text); return true })
	return all
}

// anyText has words of many scripts beside what mapgen thinks of.
func anyText() *rapid.Generator[string] {
	some := rapid.SampledFrom([]string{
		"Straße", "ﬁ", "İ", "Æther", "e\u0301", "東京都", "が", "ｶﾞ", "ไทย", "កម្ពុជា", "မြန်မာ", "한국어", "नमस्ते", "שָׁלוֹם", "مُحَمَّد", "👩‍👩‍👧", "½", "㎏", "x²",
		"don’t", "a", "ab", "abc", strings.Repeat("long", 12), "\u200d", "\u0301", "ǅ", "ſ", "ά",
	})
	return rapid.Custom(func(t *rapid.T) string {
		var b strings.Builder
		for range rapid.IntRange(0, 6).Draw(t, "pieces") {
			if rapid.Bool().Draw(t, "words") {
				b.WriteString(some.Draw(t, "word"))
			} else {
				b.WriteString(mapgen.Text().Draw(t, "text"))
			}
			b.WriteString(rapid.SampledFrom([]string{"", " ", "-", "\n"}).Draw(t, "gap"))
		}
		return b.String()
	})
}

func TestAnIndexOfTermsSaysWhatTheTextSays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, other := anyText().Draw(t, "text"), anyText().Draw(t, "other")
		set := Set{}
		set.Add(text)
		queries := append(wordsOf(text), wordsOf(other)...)
		queries = append(queries, text, other)
		asked := rapid.SampledFrom(append(queries, "e")).Draw(t, "query")
		if runes := []rune(asked); len(runes) > 0 && rapid.Bool().Draw(t, "a part") {
			asked = string(runes[:rapid.IntRange(1, len(runes)).Draw(t, "letters")])
		}
		q := NewQuery(asked)
		all, exact := q.Lookups()
		has := true
		for _, l := range all {
			_, there := set[l.Term]
			for term := range maps.Keys(set) {
				there = there || l.Prefix && strings.HasPrefix(term, l.Term)
			}
			has = has && there
		}
		found := q.Words(text) == q.All()
		if found && !has || exact && has != found {
			t.Fatalf("%+v in %q: the text says %v, its terms %v (exact: %v)", q.words, text, found, has, exact)
		}
		for _, f := range q.In(text) {
			if f.From < 0 || f.From >= f.To || f.To > len(text) || f.Word >= q.Len() {
				t.Fatalf("%+v in %q", f, text)
			}
		}
	})
}

func TestAWordIsTheSameInEveryNormalForm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := anyText().Draw(t, "text")
		want := Set{}
		want.Add(norm.NFC.String(text))
		got := Set{}
		got.Add(norm.NFD.String(text))
		if !maps.Equal(want, got) {
			t.Fatalf("composed %q, decomposed %q", slices.Sorted(maps.Keys(want)), slices.Sorted(maps.Keys(got)))
		}
		for term := range want {
			if again := fold(term); again != term {
				t.Fatalf("%q is folded to %q", term, again)
			}
		}
	})
}

func FuzzQuery(f *testing.F) {
	f.Add("Führerschein 東京", "fü 京")
	f.Fuzz(func(t *testing.T, text, asked string) {
		q := NewQuery(asked)
		for _, found := range q.In(text) {
			if found.From < 0 || found.From >= found.To || found.To > len(text) {
				t.Fatalf("%+v", found)
			}
		}
	})
}

func BenchmarkTerms(b *testing.B) {
	text := strings.Repeat("Receive the renewal notice, wonder whether it will take a whole day again. ", 100)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Set{}.Add(text)
	}
}
