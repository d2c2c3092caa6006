package mapgen

import (
	"strings"

	"footpath/mapmodel"

	"pgregory.net/rapid"
)

// nasty are texts that have broken a format somewhere: they look like numbers,
// dates, marks of YAML, CSV or markup, or hold what editors cannot show.
var nasty = []string{
	"", " ", "\n", "\n\n", "\t", "\x00", "a\x00b", "\u0085", "\u2028", "\u2029", "\ufeff", "\ufffe", "\uffff", "\u007f", "\u009f",
	" leading", "trailing ", "  both  ", "a  b", "a \n b", "\n a", "a\n", "a\n\n", "a  \n", "a\n\n\nb", "a\n  b\nc", "\ta", "a\tb", "a\t", "a\n\tb",
	"-", "- a", "-a", "- ", "--- ", "---", "...", "--- a\n...", "? a", "?", ": a", ":", "a:", "a: b", "a:b", "a :b", "a#b", "a #b", "#a", "# a",
	"[", "]", "{", "}", "[a, b]", "{a: b}", ",", "a, b", "&a", "*a", "!a", "!!str a", "|", "|-", ">", "> a", "%YAML 1.2", "@a", "`a`", "<<", "=", "~",
	"null", "Null", "NULL", "true", "True", "false", "yes", "Yes", "no", "NO", "on", "off", "y", "n", "Y", "N",
	"0", "1", "-1", "+1", "010", "080", "0o7", "0x1f", "0b1", "1_000", "1.10", "1.", ".5", "1e3", "1E400", ".inf", "-.inf", ".nan", ".NaN", "nan", "inf",
	"190:20:30", "12:30:45", "2026-11-14", "2026-11-14T10:00:00Z", "2026-1-1", "1_0.0e+3",
	`"`, `'`, `''`, `""`, `\`, `\n`, `"quoted"`, `'quoted'`, `it's`, `a "b" c`, `a\`, "a\\\nb", "\"\n\"", "<b>&amp;</b>", "a & b", "100 %", "http://example.org/a?b=c#d",
	"é", "e\u0301", "ß", "日本語", "עברית", "العربية", "हिन्दी", "👩‍👩‍👧‍👦", "🇩🇪", "\u202eabc", "\u200b", "\u00a0a\u00a0", "\U0001fffe", "\U0010ffff", "\ufdd0", "\ue000",
	"first line\nsecond line", "first line\n\nthird line\n# no comment", "key: value\n- item\n", "data:image/png;base64,", "=SUM(A1)", "a;b", "a\u2014b",
}

// Text draws any text a map can hold: ordinary words, everything Unicode
// allows, and what has broken a format somewhere. Some are longer than a line.
func Text() *rapid.Generator[string] { return rapid.Map(texts, mapmodel.CleanText) }

// Line draws any text that stands on one line.
func Line() *rapid.Generator[string] { return rapid.Map(texts, mapmodel.CleanName) }

var texts = rapid.OneOf(
	rapid.Custom(func(t *rapid.T) string {
		return sentenceOf(func(n int) int { return rapid.IntRange(0, n-1).Draw(t, "word") })
	}),
	rapid.SampledFrom(nasty),
	rapid.String(),
	rapid.Map(rapid.SliceOfN(rapid.SampledFrom(nasty), 2, 5), func(parts []string) string { return strings.Join(parts, "") }),
	rapid.Map(rapid.SliceOfN(rapid.SampledFrom(nasty), 2, 4), func(parts []string) string { return strings.Join(parts, "\n") }),
	rapid.StringOf(rapid.Rune()),
	rapid.StringOfN(rapid.SampledFrom([]rune("ab \n\t:#-'\"\\,[]{}?&*!|>%@`\r\u0085")), 0, 12, -1),
)
