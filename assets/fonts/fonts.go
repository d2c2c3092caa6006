// Package fonts holds the typefaces Footpath draws with. Where they come from
// and under which licence stands in README.md and OFL.txt beside this file.
package fonts

import _ "embed"

// The faces of Noto Sans, as TrueType files. They are shared: whoever hands
// them to code that writes into its input must hand it a copy.
var (
	//go:embed NotoSans-Regular.ttf
	Regular []byte
	//go:embed NotoSans-Bold.ttf
	Bold []byte
	//go:embed NotoSans-Italic.ttf
	Italic []byte
)
