//go:build !nogui

package board

import (
	"testing"

	"footpath/app/words"
	"footpath/mapmodel"
)

func TestWhatOnlyTheWindowShowsSpeaksItsLanguage(t *testing.T) {
	source := mapmodel.NewSeededSource(1)
	m, _ := mapmodel.FromRecords([]mapmodel.Record{&mapmodel.Header{Title: "A map", Language: "en"}}, source)
	say := screenWords(m, words.German)
	for key, want := range map[string]string{
		"page.cards": "{n} Karten", "page.cards.one": "1 Karte", "page.inbox": "Eingang", "page.inbox.hint": "Noch ohne Platz",
		"page.lane.tasks": "Tasks & Actions", "page.state.current": "Current state",
	} {
		if got := say(key); got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
}
