package edit_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"footpath/app/desktop/board/edit"
	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/render/text"

	"pgregory.net/rapid"
)

func TestTheCaretNeverStandsInsideAGrapheme(t *testing.T) {
	family := "👩‍👩‍👧"
	b := edit.NewBuffer("e\u0301"+family+"x", false, text.Graphemes)
	b.MoveTo(0, false)
	b.MoveTo(b.Next(b.Caret()), false)
	if b.Caret() != len("e\u0301") {
		t.Errorf("one step over a letter with its accent is %d bytes", b.Caret())
	}
	b.MoveTo(b.Caret()+5, false)
	if b.Caret() != len("e\u0301") {
		t.Errorf("a place inside a family is its beginning, not %d", b.Caret())
	}
	b.Erase(b.Next(b.Caret()))
	if b.Text() != "e\u0301x" {
		t.Errorf("Delete takes a whole family: %q", b.Text())
	}
}

func TestAnyEditingIsUndoneToTheFirstTextAndRedoneToTheLast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first := mapgen.Text().Draw(t, "text")
		b := edit.NewBuffer(first, false, text.Graphemes)
		for range rapid.IntRange(0, 20).Draw(t, "edits") {
			at := rapid.IntRange(0, len(b.Text())).Draw(t, "at")
			switch rapid.IntRange(0, 4).Draw(t, "what") {
			case 0:
				b.MoveTo(at, rapid.Bool().Draw(t, "extend"))
			case 1:
				b.Insert(mapgen.Text().Draw(t, "typed"))
			case 2:
				b.Erase(b.PreviousWord(b.Caret()))
			case 3:
				b.Erase(b.Next(b.Caret()))
			case 4:
				b.SelectWord(at)
			}
			if !utf8.ValidString(b.Text()) || strings.ContainsRune(b.Text(), '\r') {
				t.Fatalf("the text is broken: %q", b.Text())
			}
			if from, to := b.Selection(); from < 0 || to > len(b.Text()) {
				t.Fatalf("%d to %d is selected of %d", from, to, len(b.Text()))
			}
		}
		last := b.Text()
		for b.Undo() {
			continue
		}
		if b.Text() != first {
			t.Fatalf("undone to %q, begun with %q", b.Text(), first)
		}
		for b.Redo() {
			continue
		}
		if b.Text() != last {
			t.Fatalf("redone to %q, left with %q", b.Text(), last)
		}
	})
}

func TestATextThatIsFullTakesNoMore(t *testing.T) {
	b := edit.NewBuffer(strings.Repeat("x", mapmodel.MaxText), false, edit.Runes)
	if b.Insert("y") || len(b.Text()) != mapmodel.MaxText {
		t.Error("a text grew over its limit")
	}
	name := edit.NewBuffer("one", true, nil)
	if name.Insert("\ntwo"); name.Text() != "one two" {
		t.Errorf("a name holds a line end: %q", name.Text())
	}
}
