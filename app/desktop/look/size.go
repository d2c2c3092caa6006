//go:build !nogui

package look

// Sizes of type, in points of the toolkit (at scale 1 a pixel). Nothing is smaller than Meta.
const (
	Title   float32 = 24 // bold
	Heading float32 = 16 // bold
	Body    float32 = 14
	Meta    float32 = 12
)

// Heights of lines of type, which the text stands in the middle of.
const (
	TitleLine   float32 = 32
	HeadingLine float32 = 24
	BodyLine    float32 = 19
	MetaLine    float32 = 16
)

// Measures of the frame and its controls.
const (
	ToolbarHeight float32 = 44
	StatusHeight  float32 = 28
	ControlHeight float32 = 32 // what can be hit is at least so high
	FieldHeight   float32 = 36 // what is typed in, and what stands in a row with it
	ControlRadius float32 = 6
	TileRadius    float32 = 8
	IconSize      float32 = 16
	FocusWidth    float32 = 2
)
