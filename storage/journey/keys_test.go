package journey_test

import (
	"bytes"
	"strings"
	"testing"

	"footpath/mapmodel"
	"footpath/storage/journey"
)

func TestALaneWithoutANameIsKeyedByItsKindNotByItsQuestion(t *testing.T) {
	m, mistakes := journey.Read([]byte(`format: footpath/1
title: At the desk
lanes: [{id: x, kind: frontstage, prompt: Who of us meets them?}]
stages: [{name: Arrive, lanes: {x: [Says hello]}}]
`), mapmodel.NewSeededSource(1))
	if err := mistakes.Err(); err != nil {
		t.Fatal(err)
	}
	var records []mapmodel.Record
	for r := range m.Records() {
		if lane, ok := r.(*mapmodel.Lane); ok {
			unkeyed := *lane
			unkeyed.Key = ""
			r = &unkeyed
		}
		records = append(records, r)
	}
	m, _ = mapmodel.FromRecords(records, mapmodel.NewSeededSource(2))
	var out bytes.Buffer
	if err := journey.Write(&out, m); err != nil {
		t.Fatal(err)
	}
	if file := out.String(); !strings.Contains(file, "      frontstage:\n") || strings.Contains(file, "who-of-us") {
		t.Errorf("it is written as\n%s", file)
	}
}
