// Package yamltree reads the YAML files that people write for us into a tree of nodes with their places, within limits, and names every mistake.
package yamltree

import "fmt"

// MaxDepth is how deep lists and mappings may stand inside each other.
const MaxDepth = 64

// File is a kind of file, for its limits and its sentences.
type File struct {
	// Thing is what the file holds, one word: "map".
	Thing string
	// Format is the value of its first key, format.
	Format string
	// MaxBytes is the largest file that is read.
	MaxBytes int
}

// called is the file in a sentence: "a map's file".
func (f File) called() string { return "a " + f.Thing + "'s file" }

func (f File) empty() string {
	return fmt.Sprintf("the file is empty; a %s begins with \"format: %s\"", f.Thing, f.Format)
}

func (f File) second() string { return secondDocument + "; a file holds one " + f.Thing }

// Read reads a file's bytes. Without a tree there is at least one mistake; with
// one there may be some, too. They stand in no order; those of a syntax error
// are not complete, since it ends the reading.
func Read(data []byte, file File) (*Node, Mistakes) {
	text, mistakes, stop := preflight(data, file)
	if stop {
		return nil, mistakes
	}
	root, found := parse(text, file)
	return root, mistakes.and(found)
}

// Size writes a number of bytes into a sentence, rounded up.
func Size(n int) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d KB", (n+1<<10-1)>>10)
	}
	return fmt.Sprintf("%d MB", (n+1<<20-1)>>20)
}
