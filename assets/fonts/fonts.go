// Package fonts holds the typefaces Footpath draws with. Where they come from
// and under which licence stands in README.md and the OFL texts beside this file.
package fonts

import _ "embed"

// The faces of Noto Sans, as TrueType files. All files here are shared: whoever
// hands them to code that writes into its input must hand it a copy.
var (
	//go:embed NotoSans-Regular.ttf
	Regular []byte
	//go:embed NotoSans-Bold.ttf
	Bold []byte
	//go:embed NotoSans-Italic.ttf
	Italic []byte
)

// Its sisters for other scripts.
var (
	//go:embed NotoSansArabic-Regular.ttf
	Arabic []byte
	//go:embed NotoSansArabic-Bold.ttf
	ArabicBold []byte
	//go:embed NotoSansHebrew-Regular.ttf
	Hebrew []byte
	//go:embed NotoSansHebrew-Bold.ttf
	HebrewBold []byte
	//go:embed NotoSansDevanagari-Regular.ttf
	Devanagari []byte
	//go:embed NotoSansDevanagari-Bold.ttf
	DevanagariBold []byte
	//go:embed NotoSansThai-Regular.ttf
	Thai []byte
	//go:embed NotoSansThai-Bold.ttf
	ThaiBold []byte
)

// Signs of all kinds.
var (
	//go:embed NotoSansSymbols-Regular.ttf
	Symbols []byte
	//go:embed NotoSansSymbols2-Regular.ttf
	Symbols2 []byte
	//go:embed NotoSansMath-Regular.ttf
	Math []byte
	//go:embed NotoEmoji-Regular.ttf
	Emoji []byte
)
