package mapmodel_test

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"slices"
	"testing"
	"time"

	"footpath/mapmodel"

	"pgregory.net/rapid"
)

var someDay = time.Date(2026, 11, 14, 9, 0, 0, 0, time.UTC)

func newDesk(seed uint64) *mapmodel.Desk {
	source := mapmodel.NewSeededSource(seed)
	return &mapmodel.Desk{Author: source.ID(), Source: source, Now: func() time.Time { return someDay }}
}

// walker does random things to a document, each through a verb.
type walker struct {
	desk *mapmodel.Desk
	doc  *mapmodel.Document
}

func newWalker(seed uint64) *walker {
	desk := newDesk(seed)
	m := mapmodel.NewMap("Renewing a licence", desk.Source)
	return &walker{desk, mapmodel.NewDocument(m, desk.Source, desk.Now)}
}

func (w *walker) m() *mapmodel.Map { return w.doc.Map() }

// pick draws the ID of any record of a kind, or the zero ID.
func (w *walker) pick(t *rapid.T, kind mapmodel.Kind) mapmodel.ID {
	var ids []mapmodel.ID
	for r := range w.m().Records() {
		if r.Kind() == kind {
			ids = append(ids, r.Base().ID)
		}
	}
	if len(ids) == 0 {
		return mapmodel.ID{}
	}
	return rapid.SampledFrom(ids).Draw(t, kind.String())
}

func (w *walker) cards(t *rapid.T) []mapmodel.ID {
	var ids []mapmodel.ID
	for range rapid.IntRange(1, 4).Draw(t, "cards") {
		if id := w.pick(t, mapmodel.KindCard); !id.IsZero() && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

func (w *walker) place(t *rapid.T) mapmodel.Place {
	columns := w.m().ColumnIDs()
	if len(columns) == 0 || rapid.IntRange(0, 9).Draw(t, "inbox") == 0 {
		return mapmodel.Place{At: -1}
	}
	var lanes []mapmodel.ID
	for lane := range w.m().Lanes() {
		if lane.LaneKind.HoldsCards() {
			lanes = append(lanes, lane.ID)
		}
	}
	if len(lanes) == 0 {
		return mapmodel.Place{At: -1}
	}
	return mapmodel.Place{
		Column: rapid.SampledFrom(columns).Draw(t, "column"),
		Lane:   rapid.SampledFrom(lanes).Draw(t, "lane"),
		At:     rapid.IntRange(-1, 3).Draw(t, "at"),
	}
}

// verb is one way to alter a map; it may find nothing to do.
type verb func(t *rapid.T, w *walker) (mapmodel.Change, error)

var verbs = map[string]verb{
	"add card": func(t *rapid.T, w *walker) (mapmodel.Change, error) {
		c, _, err := w.desk.AddCard(w.m(), w.place(t), rapid.String().Draw(t, "text"), nil)
		return c, err
	},
	"set text": func(t *rapid.T, w *walker) (mapmodel.Change, error) {
		return w.desk.SetText(w.m(), w.pick(t, mapmodel.KindCard), rapid.String().Draw(t, "text"))
	},
	"move cards": func(t *rapid.T, w *walker) (mapmodel.Change, error) {
		return w.desk.MoveCards(w.m(), w.cards(t), w.place(t))
	},
	"duplicate cards": func(t *rapid.T, w *walker) (mapmodel.Change, error) {
		c, _, err := w.desk.DuplicateCards(w.m(), w.cards(t))
		return c, err
	},
	"remove cards": func(t *rapid.T, w *walker) (mapmodel.Change, error) {
		return w.desk.RemoveCards(w.m(), w.cards(t))
	},
	"join cards": func(t *rapid.T, w *walker) (mapmodel.Change, error) {
		return w.desk.JoinCards(w.m(), w.cards(t))
	},
	"split card": func(t *rapid.T, w *walker) (mapmodel.Change, error) {
		c, _, err := w.desk.SplitCard(w.m(), w.pick(t, mapmodel.KindCard))
		return c, err
	},
	"set emotion": func(t *rapid.T, w *walker) (mapmodel.Change, error) {
		return w.desk.SetEmotion(w.m(), w.place(t).Column, w.pick(t, mapmodel.KindPersona), mapmodel.N(rapid.IntRange(-2, 2).Draw(t, "feeling")))
	},
	"add stage": func(t *rapid.T, w *walker) (mapmodel.Change, error) {
		c, _, err := w.desk.AddStage(w.m(), rapid.IntRange(-1, 3).Draw(t, "at"), rapid.String().Draw(t, "name"))
		return c, err
	},
	"move stage": func(t *rapid.T, w *walker) (mapmodel.Change, error) {
		return w.desk.MoveStage(w.m(), w.pick(t, mapmodel.KindStage), rapid.IntRange(-1, 3).Draw(t, "at"))
	},
	"remove stage": func(t *rapid.T, w *walker) (mapmodel.Change, error) {
		return w.desk.RemoveStage(w.m(), w.pick(t, mapmodel.KindStage))
	},
	"add step": func(t *rapid.T, w *walker) (mapmodel.Change, error) {
		c, _, err := w.desk.AddStep(w.m(), w.pick(t, mapmodel.KindStage), -1, "step")
		return c, err
	},
	"move step": func(t *rapid.T, w *walker) (mapmodel.Change, error) {
		return w.desk.MoveStep(w.m(), w.pick(t, mapmodel.KindStep), rapid.IntRange(-1, 2).Draw(t, "at"))
	},
	"remove step": func(t *rapid.T, w *walker) (mapmodel.Change, error) {
		return w.desk.RemoveStep(w.m(), w.pick(t, mapmodel.KindStep))
	},
	"add lane": func(t *rapid.T, w *walker) (mapmodel.Change, error) {
		c, _, err := w.desk.AddLane(w.m(), -1, mapmodel.LaneBackstage, "")
		return c, err
	},
	"move lane": func(t *rapid.T, w *walker) (mapmodel.Change, error) {
		return w.desk.MoveLane(w.m(), w.pick(t, mapmodel.KindLane), rapid.IntRange(-1, 4).Draw(t, "at"))
	},
	"remove lane": func(t *rapid.T, w *walker) (mapmodel.Change, error) {
		return w.desk.RemoveLane(w.m(), w.pick(t, mapmodel.KindLane))
	},
	"rename": func(t *rapid.T, w *walker) (mapmodel.Change, error) {
		return w.desk.Rename(w.m(), w.pick(t, rapid.SampledFrom([]mapmodel.Kind{mapmodel.KindHeader, mapmodel.KindStage, mapmodel.KindStep, mapmodel.KindLane, mapmodel.KindPersona}).Draw(t, "of")), rapid.String().Draw(t, "name"))
	},
	"add persona": func(_ *rapid.T, w *walker) (mapmodel.Change, error) {
		c, _, err := w.desk.AddPersona(w.m(), -1, mapmodel.Persona{Name: "Rosa"})
		return c, err
	},
	"give to persona": func(t *rapid.T, w *walker) (mapmodel.Change, error) {
		persona := w.pick(t, mapmodel.KindPersona)
		return mapmodel.Alter(w.desk, w.m(), mapmodel.LabelAlter, w.cards(t), func(c *mapmodel.Card) { c.Persona = persona })
	},
	"remove persona": func(t *rapid.T, w *walker) (mapmodel.Change, error) {
		return w.desk.RemovePersona(w.m(), w.pick(t, mapmodel.KindPersona))
	},
	"cite": func(t *rapid.T, w *walker) (mapmodel.Change, error) {
		c, _, err := w.desk.Cite(w.m(), w.pick(t, mapmodel.KindCard), mapmodel.Evidence{EvidenceKind: mapmodel.Interview, Source: "6 visitors"})
		return c, err
	},
	"cite again": func(t *rapid.T, w *walker) (mapmodel.Change, error) {
		return w.desk.CiteAgain(w.m(), w.pick(t, mapmodel.KindCard), w.pick(t, mapmodel.KindEvidence))
	},
	"uncite": func(t *rapid.T, w *walker) (mapmodel.Change, error) {
		card := mapmodel.Find[*mapmodel.Card](w.m(), w.pick(t, mapmodel.KindCard))
		if card == nil || len(card.Evidence) == 0 {
			return mapmodel.Change{}, nil
		}
		return w.desk.Uncite(w.m(), card.ID, card.Evidence[0])
	},
	"answer": func(t *rapid.T, w *walker) (mapmodel.Change, error) {
		return w.desk.Answer(w.m(), w.pick(t, mapmodel.KindCard), w.pick(t, mapmodel.KindCard))
	},
	"add survey": func(t *rapid.T, w *walker) (mapmodel.Change, error) {
		c, _, err := w.desk.AddSurvey(w.m(), w.pick(t, mapmodel.KindStage), mapmodel.Survey{SurveyKind: mapmodel.CSAT, Counts: []int{1, 2, 3, 4, 5}, Touchpoint: w.pick(t, mapmodel.KindCard)})
		return c, err
	},
	"remove survey": func(t *rapid.T, w *walker) (mapmodel.Change, error) {
		return w.desk.RemoveSurvey(w.m(), w.pick(t, mapmodel.KindSurvey))
	},
	"score": func(t *rapid.T, w *walker) (mapmodel.Change, error) {
		return w.desk.SetScore(w.m(), w.pick(t, mapmodel.KindCard), "votes", mapmodel.Number{Value: 3, Known: rapid.Bool().Draw(t, "known")})
	},
	"votes": func(t *rapid.T, w *walker) (mapmodel.Change, error) {
		votes := map[mapmodel.ID]int{}
		for range rapid.IntRange(0, 3).Draw(t, "options") {
			votes[w.pick(t, mapmodel.KindCard)] = rapid.IntRange(0, 40).Draw(t, "votes")
		}
		return w.desk.SetVotes(w.m(), votes)
	},
	"picture": func(t *rapid.T, w *walker) (mapmodel.Change, error) {
		c, _, err := w.desk.AddPicture(w.m(), []mapmodel.ID{w.pick(t, mapmodel.KindCard)}, "queue", onePixel)
		return c, err
	},
	"face": func(t *rapid.T, w *walker) (mapmodel.Change, error) {
		c, _, err := w.desk.AddPicture(w.m(), []mapmodel.ID{w.pick(t, mapmodel.KindPersona)}, "face", onePixel)
		return c, err
	},
	"take picture": func(t *rapid.T, w *walker) (mapmodel.Change, error) {
		return w.desk.TakePicture(w.m(), []mapmodel.ID{w.pick(t, mapmodel.KindCard), w.pick(t, mapmodel.KindPersona)}, w.pick(t, mapmodel.KindPicture))
	},
	"paste lines": func(t *rapid.T, w *walker) (mapmodel.Change, error) {
		c, _, err := w.desk.PasteLines(w.m(), w.place(t), "- one\n\n2. two\nthree")
		return c, err
	},
	"paste matrix": func(t *rapid.T, w *walker) (mapmodel.Change, error) {
		c, _, err := w.desk.PasteMatrix(w.m(), w.place(t), mapmodel.Matrix("a\tb\tc\nd\t\te"))
		return c, err
	},
	"replace": func(_ *rapid.T, w *walker) (mapmodel.Change, error) {
		return w.desk.Replace(w.m(), mapmodel.Search{Words: "o"}, "0")
	},
	"bin": func(t *rapid.T, w *walker) (mapmodel.Change, error) {
		return w.desk.SetBin(w.m(), rapid.Bool().Draw(t, "bin"))
	},
}

var verbNames = func() []string {
	var names []string
	for name := range verbs {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}()

// wander makes n random changes; a verb may refuse what is not there.
func (w *walker) wander(t *rapid.T, n int) {
	for range n {
		name := rapid.SampledFrom(verbNames).Draw(t, "verb")
		c, err := verbs[name](t, w)
		var misfit *mapmodel.Misfit
		if errors.As(err, &misfit) {
			continue
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if _, err := w.doc.Do(c); err != nil {
			t.Fatalf("%s does not fit the map it was made for: %v", name, err)
		}
	}
}

func same(t *rapid.T, what string, a, b *mapmodel.Map) {
	t.Helper()
	if edits := mapmodel.Diff(a, b); len(edits) > 0 {
		t.Fatalf("%s: %d records differ, first %+v", what, len(edits), edits[0])
	}
	if !mapmodel.Equal(a, b) {
		t.Fatalf("%s: not equal", what)
	}
	if a.Len() != b.Len() || a.CardCount() != b.CardCount() {
		t.Fatalf("%s: counts differ", what)
	}
}

func TestUndoingEverythingGivesTheFirstMapAndRedoingItTheLast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := newWalker(rapid.Uint64().Draw(t, "seed"))
		w.wander(t, rapid.IntRange(0, 12).Draw(t, "before"))
		first, steps := w.m(), 0
		fresh := mapmodel.NewDocument(first, w.desk.Source, w.desk.Now)
		w.doc = fresh
		fresh.Listen(func(mapmodel.Event) { steps++ })
		w.wander(t, rapid.IntRange(1, 25).Draw(t, "steps"))
		last := w.m()
		for range steps {
			if _, err := w.doc.Undo(w.desk.Author); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := w.doc.Undo(w.desk.Author); !errors.Is(err, mapmodel.ErrNothingToUndo) {
			t.Fatalf("undo past the beginning: %v", err)
		}
		same(t, "after undoing all", first, w.m())
		for {
			if _, err := w.doc.Redo(w.desk.Author); errors.Is(err, mapmodel.ErrNothingToRedo) {
				break
			} else if err != nil {
				t.Fatal(err)
			}
		}
		same(t, "after redoing all", last, w.m())
	})
}

func TestVerbsLeaveNothingToHeal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := newWalker(rapid.Uint64().Draw(t, "seed"))
		for range rapid.IntRange(1, 8).Draw(t, "rounds") {
			w.wander(t, 4)
			again, healings := mapmodel.FromRecords(slices.Collect(w.m().Records()), w.desk.Source)
			if len(healings) > 0 {
				t.Fatalf("healed: %+v", healings[0])
			}
			same(t, "rebuilt from its records", w.m(), again)
			for r := range again.Records() {
				if id := r.Base().ID; again.Links(id) != w.m().Links(id) {
					t.Fatalf("links to %s: counted %d, are %d", r.Kind(), w.m().Links(id), again.Links(id))
				}
			}
		}
	})
}

func TestUndoListsAreRebuiltFromTheChangesAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := newWalker(rapid.Uint64().Draw(t, "seed"))
		var log []mapmodel.Change
		w.doc.Listen(func(e mapmodel.Event) { log = append(log, e.Change) })
		for range rapid.IntRange(1, 6).Draw(t, "rounds") {
			w.wander(t, 3)
			for range rapid.IntRange(0, 3).Draw(t, "undos") {
				_, _ = w.doc.Undo(w.desk.Author)
			}
			for range rapid.IntRange(0, 2).Draw(t, "redos") {
				_, _ = w.doc.Redo(w.desk.Author)
			}
		}
		restarted := mapmodel.NewDocument(w.m(), w.desk.Source, w.desk.Now)
		restarted.Past(log)
		for {
			_, before := w.doc.Undo(w.desk.Author)
			_, after := restarted.Undo(w.desk.Author)
			if !errors.Is(after, before) {
				t.Fatalf("before the restart %v, after it %v", before, after)
			}
			same(t, "undone after a restart", w.m(), restarted.Map())
			if before != nil {
				return
			}
		}
	})
}

func TestAChangeThatDoesNotFitNamesTheFieldAndAltersNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := newWalker(rapid.Uint64().Draw(t, "seed"))
		w.wander(t, 15)
		c, id, err := w.desk.AddCard(w.m(), mapmodel.Place{At: -1}, "one", nil)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.doc.Do(c); err != nil {
			t.Fatal(err)
		}
		stale, err := w.desk.SetText(w.m(), id, "two")
		if err != nil {
			t.Fatal(err)
		}
		other, err := w.desk.SetText(w.m(), id, "three")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.doc.Do(other); err != nil {
			t.Fatal(err)
		}
		before := w.m()
		var misfit *mapmodel.Misfit
		if _, err := w.doc.Do(stale); !errors.As(err, &misfit) || misfit.Field != "text" || misfit.Record != id {
			t.Fatalf("a stale text: %v", err)
		}
		if _, err := w.doc.Do(c); !errors.As(err, &misfit) || misfit.Record != id {
			t.Fatalf("a second creation: %v", err)
		}
		if w.m() != before {
			t.Fatal("a refused change altered the map")
		}
	})
}

func TestTwoPeopleUndoOnlyTheirOwn(t *testing.T) {
	one, two := newDesk(1), newDesk(2)
	m := mapmodel.NewMap("Two at once", one.Source)
	doc := mapmodel.NewDocument(m, one.Source, one.Now)
	mine, id, _ := one.AddCard(doc.Map(), mapmodel.Place{At: -1}, "mine", nil)
	if _, err := doc.Do(mine); err != nil {
		t.Fatal(err)
	}
	theirs, other, _ := two.AddCard(doc.Map(), mapmodel.Place{At: -1}, "theirs", nil)
	if _, err := doc.Do(theirs); err != nil {
		t.Fatal(err)
	}
	if _, err := doc.Undo(one.Author); err != nil {
		t.Fatal(err)
	}
	if doc.Map().Get(id) != nil || doc.Map().Get(other) == nil {
		t.Fatal("the wrong card was taken back")
	}
}

// onePixel is the smallest PNG there is of one pixel.
var onePixel = func() []byte {
	var out bytes.Buffer
	_ = png.Encode(&out, image.NewGray(image.Rect(0, 0, 1, 1))) // memory takes everything
	return out.Bytes()
}()
