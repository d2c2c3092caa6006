package mapgen

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"footpath/mapmodel"
)

// vocabularySize is how many different words Wordy knows.
const vocabularySize = 20_000

// vocabulary are words of two to four syllables, the same at every run, and some with accents. None is of any language.
var vocabulary = sync.OnceValue(func() []string {
	random := rand.New(rand.NewPCG(2026, 11))
	first := strings.Fields("b br c ch d dr f fl g gr h j k l m n p pl pr qu r s sch sh sk st t th tr v w z")
	middle := strings.Fields("a e i o u ai ea ou ie ä ö ü é")
	last := strings.Fields("b ck d f g l m n ng nt p r rt s st t x")
	seen := make(map[string]bool)
	var all []string
	for len(all) < vocabularySize {
		var b strings.Builder
		for range 2 + random.IntN(3) {
			b.WriteString(first[random.IntN(len(first))])
			b.WriteString(middle[random.IntN(len(middle))])
		}
		b.WriteString(last[random.IntN(len(last))])
		if word := b.String(); !seen[word] {
			seen[word] = true
			all = append(all, word)
		}
	}
	return all
})

// Wordy makes a map like Grid's that says more: cards of 15 to 40 words out of 20,000, the commonest of which stand in every
// sentence and the rarest in few maps (Zipf's law, as in languages), and a title of three. A card has 230 bytes on average.
func Wordy(stages, lanes, cardsPerCell int, seed uint64) *mapmodel.Map {
	random := rand.New(rand.NewPCG(seed, 2))
	title := fmt.Sprintf("%s %d", wordy(random, 3), seed)
	return grid(stages, lanes, cardsPerCell, seed, title, func(random *rand.Rand) string { return wordy(random, 15+random.IntN(26)) })
}

func wordy(random *rand.Rand, n int) string {
	words := vocabulary()
	zipf := rand.NewZipf(random, 1.05, 4, vocabularySize-1)
	out := make([]string, n)
	for i := range out {
		out[i] = words[zipf.Uint64()]
	}
	r, size := utf8.DecodeRuneInString(out[0])
	out[0] = string(unicode.ToUpper(r)) + out[0][size:]
	return strings.Join(out, " ")
}
