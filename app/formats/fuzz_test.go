package formats_test

import (
	"bytes"
	"image/png"
	"testing"
	"time"

	"footpath/app/formats"
	"footpath/mapmodel"
	"footpath/render/painttest"
	"footpath/storage/journey"
)

// everywhere is a map that says some words wherever words can stand; nil where
// the model refuses them.
func everywhere(t *testing.T, words string) *mapmodel.Map {
	t.Helper()
	m, mistakes := journey.Read([]byte(`format: footpath/1
title: A
personas: [{name: A, role: A, goals: [A], quote: A}]
stages:
  - name: A
    steps: [{name: A, tasks: [A]}]
    feelings: [{text: A, mood: A, emotion: -1}, {text: A, emotion: 2, moment: true}]
    touchpoints: [{text: A, channel: A, where: online, people: [A]}]
    insights: [{text: A, evidence: [{kind: interview, source: A, quote: A}]}]
    opportunities: [{text: A, owner: A, impact: 4, effort: 2}]
inbox: [A]
`), mapmodel.NewSeededSource(1))
	if err := mistakes.Err(); err != nil {
		t.Fatal(err)
	}
	desk := &mapmodel.Desk{Source: mapmodel.NewSeededSource(2), Now: func() time.Time { return time.Unix(0, 0) }}
	var all []mapmodel.ID
	for card := range m.Cards() {
		all = append(all, card.ID)
	}
	for _, id := range all {
		change, err := mapmodel.Alter(desk, m, mapmodel.LabelAlter, []mapmodel.ID{id}, func(c *mapmodel.Card) {
			c.Text, c.Mood, c.Owner, c.Note, c.Channel = words, words, words, words, words
		})
		if err != nil {
			return nil
		}
		if m, err = m.Apply(change); err != nil {
			t.Fatal(err)
		}
	}
	named := []mapmodel.ID{m.ID()}
	for r := range m.Records() {
		switch r := r.(type) {
		case *mapmodel.Stage:
			named = append(named, r.ID)
		case *mapmodel.Step:
			named = append(named, r.ID)
		case *mapmodel.Persona:
			named = append(named, r.ID)
		}
	}
	for _, id := range named {
		change, err := desk.Rename(m, id, words)
		if err != nil {
			return nil
		}
		if m, err = m.Apply(change); err != nil {
			t.Fatal(err)
		}
	}
	return m
}

// FuzzAnyWordsMakePagesInEveryFormat writes maps that say any words, and reads
// them again from their pages.
func FuzzAnyWordsMakePagesInEveryFormat(f *testing.F) {
	for _, words := range painttest.OddWords() {
		if len(words) < 3000 {
			f.Add(words)
		}
	}
	f.Fuzz(func(t *testing.T, words string) {
		m := everywhere(t, words)
		if m == nil {
			return
		}
		for _, name := range []string{formats.PDF, formats.SVG, formats.PNG} {
			var o formats.Options
			if name == formats.PNG {
				o.Scale = formats.LeastScale
			}
			var out bytes.Buffer
			if _, err := named(t, name).Write(&out, m, o); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			switch name {
			case formats.PDF:
				back, err := named(t, name).Read(out.Bytes(), mapmodel.NewSeededSource(3))
				if err != nil || !mapmodel.Equal(m, back) {
					t.Fatalf("it comes back as another map: %v", err)
				}
			case formats.PNG:
				if _, err := png.DecodeConfig(&out); err != nil {
					t.Fatal(err)
				}
			case formats.SVG:
				whole(t, "the drawing", name, m, out.Bytes())
			}
		}
	})
}
