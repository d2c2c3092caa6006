//go:build !nogui

package desktop

import (
	"slices"
	"strings"
	"testing"

	"footpath/app/words"
	"footpath/storage/engine"
	"footpath/storage/library"
	"footpath/storage/settings"
)

func TestARepairIsToldMapByMap(t *testing.T) {
	hurt := []library.Health{
		{Title: "Whole"},
		{Title: "Worn", LostRecords: 2, Older: true},
		{Gone: true},
		{Title: "Restored", Restored: 3},
	}
	for _, c := range []struct {
		found library.Checkup
		want  []string
	}{
		{library.Checkup{Exact: true, Maps: hurt[:1]}, []string{"Everything that was saved is there: one map, with all of the past."}},
		{library.Checkup{Maps: hurt, Backup: 7, Kept: "/x/library.db.damaged"}, []string{
			"Not everything could be saved. Whole are 2 of 4 maps; these have lost something:",
			"“Worn”: 2 cards or other parts lost, the latest changes may be missing",
			"“A map without a title”: only traces of it are left",
			"What was not in the file any more came from a backup.",
			"The damaged file was kept: /x/library.db.damaged",
		}},
	} {
		if got := strings.Split(Repaired(words.English, c.found), "\n\n"); !slices.Equal(got, c.want) {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	many := Repaired(words.German, library.Checkup{Maps: slices.Repeat([]library.Health{{Gone: true}}, 9)})
	if !strings.HasSuffix(many, "… und 3 weitere. „footpath doctor“ nennt sie alle.") {
		t.Errorf("%q", many)
	}
}

func TestARepairedLibraryIsToldOfInASheet(t *testing.T) {
	s := newStage(t)
	s.TellRepaired(library.Checkup{Exact: true, Maps: []library.Health{{Title: "Whole"}}})
	if got := s.sheet().Title(); got != "The library was damaged and has been repaired" {
		t.Errorf("the sheet says %q", got)
	}
	s.answer("Close")
	s.TellPutBack(2)
	s.TellElsewhere(library.Elsewhere{Path: "/home/rosa/footpath.db", Err: engine.ErrNotSynced})
	if s.win.Canvas().Overlays().Top() != nil {
		t.Error("a sheet takes the words of whoever types")
	}
	s.TellCameBack("/home/rosa/footpath.db", []library.Recovered{{Outcome: library.OutcomeCopied}})
	if got := s.sheet().Title(); got != "What was saved elsewhere is back" {
		t.Errorf("the sheet says %q", got)
	}
	s.answer("Close")
}

func TestTheMapAskedForComesBehindWhatIsToldAtTheStart(t *testing.T) {
	s := newStage(t).openSample()
	id := s.Document().Map().ID()
	s = onDisk(t, s.disk, settings.Settings{Theme: "light", Language: "en"})
	s.OpenMap(id)
	s.TellRepaired(library.Checkup{Exact: true, Maps: []library.Health{{Title: "Whole"}}})
	s.settle()
	if s.sheet().Title() == "" || s.Document() == nil || s.Document().Map().ID() != id {
		t.Error("the map that was asked for is not there")
	}
}
