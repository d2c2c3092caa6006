// Package icon holds the program's mark, drawn once and kept in the two forms that systems ask for.
package icon

import _ "embed"

// The mark, 512 by 512. The bytes are shared and must not be written into.
var (
	//go:embed footpath.svg
	SVG []byte
	//go:embed footpath.png
	PNG []byte
)
