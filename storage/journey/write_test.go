package journey

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/storage/yamltree"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestAMapWrittenAndReadAgainIsEqual(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := mapgen.Map(t)
		text := compose(m)
		again, mistakes := Read(text, mapmodel.NewSeededSource(1))
		if mistakes != nil {
			t.Fatalf("%v\nin\n%s", mistakes, text)
		}
		if !mapmodel.Equal(m, again) {
			t.Fatalf("another map came back from\n%s\nnamely\n%s", text, compose(again))
		}
		if twice := compose(again); !bytes.Equal(text, twice) {
			t.Fatalf("the second writing differs:\n%s\nthe first:\n%s", twice, text)
		}
	})
}

func TestAGridComesBack(t *testing.T) {
	m := mapgen.Grid(12, 8, 5, 3)
	text, err := Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := Write(&out, m); err != nil || !bytes.Equal(out.Bytes(), text) {
		t.Errorf("Write and Marshal differ (%v)", err)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no room") }

func TestAWriterThatFailsIsReported(t *testing.T) {
	if err := Write(full{}, mapgen.Grid(1, 1, 1, 1)); err == nil || !strings.Contains(err.Error(), "no room") {
		t.Errorf("got %v", err)
	}
}

func TestNothingLeavesThatWouldNotComeBack(t *testing.T) {
	src := mapmodel.NewSeededSource(1)
	for name, record := range map[string]mapmodel.Record{
		"no picture":       &mapmodel.Picture{Common: mapmodel.Common{ID: src.ID(), Rank: "V", Key: "queue"}, Media: "image/png", Data: "not a picture"},
		"no kind of image": &mapmodel.Picture{Common: mapmodel.Common{ID: src.ID(), Rank: "V", Key: "queue"}},
	} {
		m, _ := mapmodel.FromRecords([]mapmodel.Record{&mapmodel.Header{Common: mapmodel.Common{ID: src.ID()}}, record}, src)
		var out bytes.Buffer
		err := Write(&out, m)
		if err == nil || !strings.Contains(err.Error(), `"queue"`) {
			t.Errorf("%s: %v does not name the picture", name, err)
		}
		if out.Len() > 0 {
			t.Errorf("%s: %d bytes left all the same", name, out.Len())
		}
	}
}

func TestAFileTooLargeToReadIsNotWritten(t *testing.T) {
	src := mapmodel.NewSeededSource(1)
	records := []mapmodel.Record{&mapmodel.Header{Common: mapmodel.Common{ID: src.ID()}}}
	ranks := mapmodel.Ranks(600, src)
	for _, rank := range ranks {
		records = append(records, &mapmodel.Card{Common: mapmodel.Common{ID: src.ID(), Rank: rank}, Text: strings.Repeat("x", mapmodel.MaxText)})
	}
	m, _ := mapmodel.FromRecords(records, src)
	if _, err := Marshal(m); err == nil || !strings.Contains(err.Error(), "32 MB") {
		t.Errorf("got %v", err)
	}
}

// fresh makes a map of the records, its header first.
func fresh(t *testing.T, records ...mapmodel.Record) *mapmodel.Map {
	t.Helper()
	src := mapmodel.NewSeededSource(9)
	ranks := mapmodel.Ranks(len(records), src)
	for i, r := range records {
		if r.Base().ID.IsZero() {
			r.Base().ID = src.ID()
		}
		if r.Kind() != mapmodel.KindHeader {
			r.Base().Rank = ranks[i]
		}
	}
	m, healings := mapmodel.FromRecords(records, src)
	if len(healings) > 0 {
		t.Fatalf("the test's map had to be mended: %v", healings)
	}
	return m
}

func id(n byte) mapmodel.ID { return mapmodel.ID{n} }

func TestKeysAreMadeWhereSomethingRefersAndNowhereElse(t *testing.T) {
	evidence := func(n byte, source string) *mapmodel.Evidence {
		return &mapmodel.Evidence{Common: mapmodel.Common{ID: id(n)}, Source: source}
	}
	m := fresh(
		t,
		&mapmodel.Header{Common: mapmodel.Common{ID: id(1)}},
		evidence(10, "once"), evidence(11, "twice"), evidence(12, "never"),
		&mapmodel.Persona{Common: mapmodel.Common{ID: id(13)}, Name: "Rosa"},
		&mapmodel.Persona{Common: mapmodel.Common{ID: id(14)}, Name: "Rosa"},
		&mapmodel.Persona{Common: mapmodel.Common{ID: id(15)}, Name: "Omar"},
		&mapmodel.Card{Common: mapmodel.Common{ID: id(20)}, Text: "Answered: ünï 1", Evidence: []mapmodel.ID{id(10), id(11)}, Persona: id(13)},
		&mapmodel.Card{Common: mapmodel.Common{ID: id(21)}, Text: "???", Evidence: []mapmodel.ID{id(11)}, Persona: id(14)},
		&mapmodel.Card{Common: mapmodel.Common{ID: id(22), Key: "not a valid key"}, Text: "Odd"},
		&mapmodel.Card{Common: mapmodel.Common{ID: id(23), Key: "kept"}, Text: "Nothing refers here"},
		&mapmodel.Card{Common: mapmodel.Common{ID: id(24)}, Text: "Answer", Answers: []mapmodel.ID{id(20), id(21), id(22)}},
	)
	want := `# yaml-language-server: $schema=./journey.schema.json
format: footpath/1
personas:
  - id: rosa
    name: Rosa
  - id: rosa-2
    name: Rosa
  - name: Omar
lanes: []
inbox:
  - {id: answered-uen-1, text: "Answered: ünï 1", persona: rosa, evidence: [{source: once}, twice]}
  - {id: card, text: "???", persona: rosa-2, evidence: [twice]}
  - {id: odd, text: Odd}
  - {id: kept, text: Nothing refers here}
  - {text: Answer, answers: [answered-uen-1, card, odd]}
evidence:
  - {id: twice, source: twice}
  - {source: never}
`
	if got := string(compose(m)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestTheDesignsExampleIsWrittenAsTheDesignShowsIt(t *testing.T) {
	const example = `# yaml-language-server: $schema=./journey.schema.json
format: footpath/1
title: Renewing a driving licence
state: current
personas:
  - name: Rosa
    goals: [Renew before the licence runs out, Lose no working day]
stages:
  - name: Notice
    tasks:
      - Receive the renewal notice
    feelings:
      - {text: "Will it take a whole day again?", emotion: -1, mood: anxious}
    touchpoints:
      - {text: Renewal notice, channel: post, where: offline}
    insights:
      - id: language
        text: The notice is in English only
        evidence: [{kind: interview, source: 6 visitors, quote: My son had to read it to me}]
    opportunities:
      - {text: Offer the notice in five languages, answers: [language], impact: 4, effort: 2}
`
	m, mistakes := Read([]byte(example), mapmodel.NewSeededSource(1))
	if mistakes != nil {
		t.Fatal(mistakes)
	}
	text, err := Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	if string(text) != example {
		t.Errorf("got\n%s", text)
	}
}

// What reading and writing cost is held against reading the bare tree, of the
// same text in the same run.
func BenchmarkFileOf5000Cards(b *testing.B) {
	m := mapgen.Grid(20, 5, 50, 1)
	text := compose(m)
	for _, c := range []struct {
		name string
		run  func()
	}{
		{"tree alone", func() { _, _ = yamltree.Read(text, file) }},
		{"read", func() { _, _ = Read(text, mapmodel.NewSeededSource(1)) }},
		{"write", func() { _, _ = Marshal(m) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				c.run()
			}
		})
	}
}

func TestAFileInCanonicalFormIsTheSameBytesWhenWrittenAgain(t *testing.T) {
	text, err := os.ReadFile("testdata/good.journey.yaml")
	if err != nil {
		t.Fatal(err)
	}
	m, mistakes := Read(text, mapmodel.NewSeededSource(1))
	if mistakes != nil {
		t.Fatal(mistakes)
	}
	again, err := Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(text), string(again)); diff != "" {
		t.Error(diff)
	}
}
