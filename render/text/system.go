package text

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
)

// UseSystemFonts lets the system's own fonts draw what no embedded font has,
// Chinese, Japanese and Korean most of all. They are looked for at the first
// character that needs one; what is found is noted in a folder, so that the
// next start need not look again. An empty folder is the user's cache.
func UseSystemFonts(cache string) {
	system.lock.Lock()
	defer system.lock.Unlock()
	system.use, system.cache = true, cache
}

// FindSystemFonts looks for them now, where they are to be used at all, so that the first character that needs one waits only for that
// one to be opened.
func FindSystemFonts() {
	system.lock.Lock()
	defer system.lock.Unlock()
	if system.use && !system.listed {
		system.list()
	}
}

// system are the fonts of this machine.
var system systemFonts

type systemFonts struct {
	lock  sync.Mutex
	use   bool
	cache string
	// listed tells that the footprints have been gathered.
	listed     bool
	footprints []fontscan.Footprint
	// loaded are the fonts in use by their places; nil for one that is broken.
	loaded map[fontscan.Location]*Font
	// found are the fonts of characters that were asked for.
	found map[systemKey]*Font
}

type systemKey struct {
	r    rune
	bold bool
}

// preferred are families whose letters go well with Noto Sans, by the folded
// names that fontscan gives them; others come after them.
var preferred = []string{
	"notosanscjksc", "notosanscjkjp", "notosanscjkkr", "notosanscjktc", "notosanssc", "notosansjp", "notosanskr", "sourcehansanssc", "sourcehansans",
	"microsoftyahei", "pingfangsc", "hiraginosansgb", "hiraginosans", "yugothic", "malgungothic", "applesdgothicneo",
	"wenquanyimicrohei", "wenquanyizenhei", "droidsansfallback",
}

// find gives a font that has a character, or nil.
func (s *systemFonts) find(r rune, face Face) *Font {
	s.lock.Lock()
	defer s.lock.Unlock()
	if !s.use || unseen(r) {
		return nil
	}
	key := systemKey{r, face == Bold}
	if font, ok := s.found[key]; ok {
		return font
	}
	if !s.listed {
		s.list()
	}
	var out *Font
	for _, p := range s.ranked(key) {
		if out = s.font(p.Location, p.Family); out != nil && out.has(r) && out.draws(r) {
			break
		}
		out = nil
	}
	s.found[key] = out
	return out
}

// quiet throws away what fontscan would print about fonts it cannot read.
type quiet struct{}

func (quiet) Printf(string, ...any) {}

// list gathers the fonts of the machine, in an order that does not hang on the
// order of folders.
func (s *systemFonts) list() {
	s.listed, s.found, s.loaded = true, map[systemKey]*Font{}, map[fontscan.Location]*Font{}
	defer func() {
		if recover() != nil {
			s.footprints = nil // a font file broke the scan: there are none then
		}
	}()
	all, err := fontscan.SystemFonts(quiet{}, s.cache)
	if err != nil {
		return
	}
	s.footprints = slices.Clone(all)
	slices.SortStableFunc(s.footprints, func(a, b fontscan.Footprint) int {
		if c := rankOf(a.Family) - rankOf(b.Family); c != 0 {
			return c
		}
		if c := strings.Compare(a.Family, b.Family); c != 0 {
			return c
		}
		if c := strings.Compare(a.Location.File, b.Location.File); c != 0 {
			return c
		}
		return int(a.Location.Index) - int(b.Location.Index)
	})
}

func rankOf(family string) int {
	if i := slices.Index(preferred, family); i >= 0 {
		return i
	}
	return len(preferred)
}

// ranked are the upright fonts that have a character, those of the weight asked
// for first within a family.
func (s *systemFonts) ranked(key systemKey) []fontscan.Footprint {
	weight := font.WeightNormal
	if key.bold {
		weight = font.WeightBold
	}
	var out []fontscan.Footprint
	for _, p := range s.footprints {
		if p.Aspect.Style != font.StyleItalic && p.Runes.Contains(key.r) {
			out = append(out, p)
		}
	}
	off := func(p fontscan.Footprint) int {
		d := int(p.Aspect.Weight - weight)
		return max(d, -d)
	}
	slices.SortStableFunc(out, func(a, b fontscan.Footprint) int {
		if c := rankOf(a.Family) - rankOf(b.Family); c != 0 {
			return c
		}
		return off(a) - off(b)
	})
	return out
}

// font loads a font of the system; nil where it cannot be used.
func (s *systemFonts) font(at fontscan.Location, family string) *Font {
	if f, ok := s.loaded[at]; ok {
		return f
	}
	f := openFont(at, family)
	s.loaded[at] = f
	return f
}

func openFont(at fontscan.Location, family string) *Font {
	data, err := os.ReadFile(at.File)
	if err != nil {
		return nil
	}
	return parseFont(data, int(at.Index), family)
}

// parseFont makes a font of foreign bytes, a single font or a collection; nil
// where they are none that can be used.
func parseFont(data []byte, index int, name string) (f *Font) {
	defer func() {
		if recover() != nil {
			f = nil
		}
	}()
	faces, err := font.ParseTTC(bytes.NewReader(data))
	if err != nil || index >= len(faces) || faces[index].Upem() == 0 {
		return nil
	}
	f = &Font{name: fileName(name)}
	f.take(faces[index])
	return f
}

// draws tells whether the font has an outline for a character: some have only
// coloured pictures, which no painter here takes.
func (f *Font) draws(r rune) (yes bool) {
	defer func() {
		if recover() != nil {
			yes = false
		}
	}()
	id, _ := f.shared.NominalGlyph(r)
	return len(f.Outline(uint32(id))) > 0
}

// fileName leaves of a family's name what may stand in a PDF's name.
func fileName(family string) string {
	name := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return -1
	}, family)
	if name == "" {
		return "Font"
	}
	return name
}
