//go:build !nogui

package desktop

import (
	"testing"

	"fyne.io/fyne/v2"

	"footpath/mapmodel"
)

// again is a second program on the same library, told which map will be shown first.
func (s *stage) again(first mapmodel.ID) *Program {
	s.t.Helper()
	s.OpenHome()
	s.settle()
	p := s.params
	p.First = first
	return New(fyne.CurrentApp(), p)
}

func TestTheFirstMapIsReadWhileTheWindowIsMade(t *testing.T) {
	s := newStage(t).openSample()
	id := s.Document().Map().ID()
	second := s.again(id)
	s.settle()
	if second.first.Load() == nil {
		t.Fatal("nothing is read ahead")
	}
	second.OpenMap(id)
	s.settle()
	if second.first.Load() != nil || second.Document() == nil || !mapmodel.Equal(second.Document().Map(), s.storedMap(id)) {
		t.Error("the map read ahead is not the one shown")
	}
	second.OpenHome()
	s.settle()
}

func TestAMapChangedAfterItWasReadAheadIsReadAgain(t *testing.T) {
	s := newStage(t).openSample()
	id := s.Document().Map().ID()
	second := s.again(id)
	s.settle()
	if _, err := s.alter(id, func(m *mapmodel.Map) (mapmodel.Change, error) {
		return s.desk.SetText(m, firstCard(m), "Changed meanwhile")
	}); err != nil {
		t.Fatal(err)
	}
	second.OpenMap(id)
	s.settle()
	if second.Document() == nil || texts(second.Document().Map())[0] != "Changed meanwhile" {
		t.Error("what was read too early is shown")
	}
	second.OpenHome()
	s.settle()
}

func firstCard(m *mapmodel.Map) mapmodel.ID {
	for card := range m.Cards() {
		return card.ID
	}
	return mapmodel.ID{}
}

// storedMap is a map as the library has it.
func (s *stage) storedMap(id mapmodel.ID) *mapmodel.Map {
	s.t.Helper()
	m, _, err := s.library.Open(id)
	if err != nil {
		s.t.Fatal(err)
	}
	return m
}
