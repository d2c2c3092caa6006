//go:build !nogui

package home

import (
	"fmt"
	"testing"
	"time"

	"footpath/mapmodel"
	"footpath/storage/library"
)

// BenchmarkShelf is what the UI goroutine does with 10,000 maps when they are listed anew, and when a search has found half of
// them; all else is done elsewhere, or for the tiles in sight alone. The rival copies the list.
func BenchmarkShelf(b *testing.B) {
	source := mapmodel.NewSeededSource(1)
	all := make([]library.Summary, 10_000)
	found := answer{found: map[mapmodel.ID]bool{}, titled: map[mapmodel.ID]bool{}}
	for i := range all {
		all[i] = library.Summary{
			ID: source.ID(), Title: fmt.Sprintf("Journey %d of the front desk", i*7919%len(all)), Personas: []string{"Rosa", "Theo"},
			Stages: 7, Cards: 120, Edited: time.UnixMilli(int64(i)),
		}
		if i%2 == 0 {
			found.found[all[i].ID] = true
		}
	}
	s := &shelf{templates: 3, columns: 4, small: 6}
	b.Run("list", func(b *testing.B) {
		for b.Loop() {
			s.set(all)
		}
	})
	b.Run("found", func(b *testing.B) {
		for b.Loop() {
			s.seek("desk", &found)
		}
	})
	b.Run("copy", func(b *testing.B) {
		for b.Loop() {
			shown := make([]library.Summary, len(all))
			copy(shown, all)
		}
	})
}
