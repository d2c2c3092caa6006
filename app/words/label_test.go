package words_test

import (
	"strings"
	"testing"

	"footpath/app/words"
	"footpath/mapmodel"
)

func TestALabelSaysWhatWasDone(t *testing.T) {
	for _, c := range []struct {
		key    string
		args   []string
		en, de string
	}{
		{key: mapmodel.LabelAddCard, args: []string{""}, en: "Add a card without words", de: "Karte ohne Worte hinzufügen"},
		{key: mapmodel.LabelAddCard, args: []string{"Open the letter"}, en: "Add “Open the letter”", de: "„Open the letter“ hinzufügen"},
		{key: mapmodel.LabelMoveCards, args: []string{"1"}, en: "Move a card", de: "Karte verschieben"},
		{key: mapmodel.LabelMoveCards, args: []string{"4000"}, en: "Move 4,000 cards", de: "4.000 Karten verschieben"},
		{key: mapmodel.LabelAddStage, args: []string{"1"}, en: "Add stage “1”", de: "Phase „1“ hinzufügen"},
		{key: mapmodel.LabelReplace, args: []string{"8000", "1"}, en: "Replace “8000” once", de: "„8000“ einmal ersetzen"},
		{key: mapmodel.LabelAlter, args: []string{"owner"}, en: "Change owner", de: "Zuständigkeit ändern"},
		{key: mapmodel.LabelAlter, args: []string{"bin"}, en: "Move to or from the bin", de: "In den Papierkorb oder heraus"},
		{key: mapmodel.LabelAlter, args: []string{"unheard"}, en: "Change unheard", de: "unheard ändern"},
		{key: mapmodel.LabelEditCard, en: "Edit text", de: "Text bearbeiten"},
		{key: mapmodel.LabelEditCard, args: []string{"Queue"}, en: "Edit text: “Queue”", de: "Text bearbeiten: „Queue“"},
		{key: mapmodel.LabelSetEmotion, args: []string{"My hour", "", "1"}, en: "Set emotion: “My hour”, from – to +1", de: "Gefühl setzen: „My hour“, von – zu +1"},
		{key: mapmodel.LabelSetEmotion, args: []string{"", "-2", "0"}, en: "Set emotion, from −2 to 0", de: "Gefühl setzen, von −2 zu 0"},
		{key: mapmodel.LabelAlter, args: []string{"effort", "Text alerts", "2", "4"}, en: "Change effort: “Text alerts”, from 2 to 4", de: "Aufwand ändern: „Text alerts“, von 2 zu 4"},
		{key: mapmodel.LabelAlter, args: []string{"status", "Text alerts", "", "done"}, en: "Change status: “Text alerts”, from – to Done", de: "Status ändern: „Text alerts“, von – zu Erledigt"},
		{key: mapmodel.LabelAlter, args: []string{"note", "Text alerts"}, en: "Change note: “Text alerts”", de: "Notiz ändern: „Text alerts“"},
		{key: mapmodel.LabelMoveCards, args: []string{"1", "Queue", "Visit", "Wait"}, en: "Move a card: “Queue”, from Visit to Wait", de: "Karte verschieben: „Queue“, von Visit zu Wait"},
		{key: mapmodel.LabelMoveCards, args: []string{"1", "Queue"}, en: "Move a card: “Queue”", de: "Karte verschieben: „Queue“"},
		{key: mapmodel.LabelUndo, args: []string{mapmodel.LabelRemoveCards, "2"}, en: "Undo: Delete 2 cards", de: "Rückgängig: 2 Karten löschen"},
		{key: mapmodel.LabelRedo, args: []string{mapmodel.LabelUndo, mapmodel.LabelEditCard}, en: "Redo: Undo: Edit text", de: "Wiederholt: Rückgängig: Text bearbeiten"},
		{key: string(words.BoardRemovedLane), args: []string{"Metrics"}, en: "Deleted lane “Metrics”", de: "Spur „Metrics“ gelöscht"},
		{key: string(words.BoardPastedCards), args: []string{"12"}, en: "Pasted 12 cards", de: "12 Karten eingefügt"},
		{key: "label.of-a-later-version", args: []string{"x"}, en: "label.of-a-later-version", de: "label.of-a-later-version"},
	} {
		if got := words.English.Label(c.key, c.args); got != c.en {
			t.Errorf("%s %q: got %q, want %q", c.key, c.args, got, c.en)
		}
		if got := words.German.Label(c.key, c.args); got != c.de {
			t.Errorf("%s %q: got %q, want %q", c.key, c.args, got, c.de)
		}
	}
}

// arguments are how many arguments each label of the model comes with.
var arguments = map[string]int{
	mapmodel.LabelNewMap: 1, mapmodel.LabelAlter: 1, mapmodel.LabelAddCard: 1, mapmodel.LabelAddCards: 1,
	mapmodel.LabelEditCard: 0, mapmodel.LabelMoveCards: 1, mapmodel.LabelDuplicateCards: 1, mapmodel.LabelRemoveCards: 1,
	mapmodel.LabelJoinCards: 1, mapmodel.LabelSplitCard: 1, mapmodel.LabelPaste: 1, mapmodel.LabelReplace: 2,
	mapmodel.LabelSetEmotion: 0, mapmodel.LabelRestore: 1, mapmodel.LabelAddStage: 1, mapmodel.LabelMoveStage: 1, mapmodel.LabelRemoveStage: 1,
	mapmodel.LabelAddStep: 1, mapmodel.LabelMoveStep: 1, mapmodel.LabelRemoveStep: 1, mapmodel.LabelAddLane: 1,
	mapmodel.LabelMoveLane: 1, mapmodel.LabelRemoveLane: 1, mapmodel.LabelAddPersona: 1, mapmodel.LabelMovePersona: 1,
	mapmodel.LabelRemovePersona: 1, mapmodel.LabelRename: 1, mapmodel.LabelCite: 0, mapmodel.LabelUncite: 0,
	mapmodel.LabelAnswer: 0, mapmodel.LabelAddSurvey: 0, mapmodel.LabelRemoveSurvey: 0, mapmodel.LabelSetScore: 1, mapmodel.LabelVote: 0,
	mapmodel.LabelAddPicture: 0, mapmodel.LabelRemovePicture: 0, mapmodel.LabelTakeIn: 1, mapmodel.LabelRepair: 0,
}

func TestEveryLabelOfTheModelIsSaidWhole(t *testing.T) {
	said := 5 // undo and redo, what the others are about, and a card without words
	for key, n := range arguments {
		args := []string{"2", "3"}[:n]
		for _, l := range words.Languages() {
			if got := l.Label(key, args); got == key || strings.ContainsAny(got, "{}|") {
				t.Errorf("%s: %s %q is said as %q", l.Tag(), key, args, got)
			}
		}
		said++
	}
	for key := range table(t, inEnglish) {
		if strings.HasPrefix(key, "label.") && !strings.HasPrefix(key, mapmodel.LabelAlter+".") {
			said--
		}
	}
	if said != 0 {
		t.Errorf("the table and the model differ by %d labels", said)
	}
}

func TestEveryHealingIsSaid(t *testing.T) {
	for _, kind := range []mapmodel.HealingKind{
		mapmodel.HeaderMade, mapmodel.RecordDropped, mapmodel.DoubleDropped, mapmodel.LinkDropped, mapmodel.CardToInbox,
		mapmodel.StepToStage, mapmodel.KeyRenamed, mapmodel.RankGiven, mapmodel.ValueDropped, mapmodel.DistinctHeader,
	} {
		for _, l := range words.Languages() {
			if !l.Has(words.Key(kind)) {
				t.Errorf("%s lacks %q", l.Tag(), kind)
			}
		}
	}
}
