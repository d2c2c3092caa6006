package words_test

import (
	"testing"
	"time"

	"footpath/app/words"
)

func TestWhenSpeaksAsPeopleDo(t *testing.T) {
	zone := time.FixedZone("one hour east", 60*60)
	now := time.Date(2026, 11, 14, 0, 30, 0, 0, zone) // a Saturday, just after midnight
	at := func(year int, month time.Month, day, hour, minute int) time.Time {
		return time.Date(year, month, day, hour, minute, 0, 0, zone)
	}
	for _, c := range []struct {
		t      time.Time
		en, de string
	}{
		{now, "just now", "gerade eben"},
		{now.Add(40 * time.Second), "just now", "gerade eben"},
		{now.Add(-59 * time.Second), "just now", "gerade eben"},
		{now.Add(-time.Minute), "one minute ago", "vor einer Minute"},
		{now.Add(-2 * time.Minute).UTC(), "2 minutes ago", "vor 2 Minuten"},
		{at(2026, 11, 13, 23, 40), "50 minutes ago", "vor 50 Minuten"},
		{at(2026, 11, 13, 16, 20), "yesterday, 16:20", "gestern, 16:20"},
		{at(2026, 11, 12, 9, 12), "Thursday, 09:12", "Donnerstag, 09:12"},
		{at(2026, 11, 8, 0, 5), "Sunday, 00:05", "Sonntag, 00:05"},
		{at(2026, 11, 7, 23, 59), "7 November", "7. November"},
		{at(2026, 3, 2, 8, 0), "2 March", "2. März"},
		{at(2025, 12, 31, 8, 0), "31 December 2025", "31. Dezember 2025"},
		{at(2026, 11, 14, 9, 0), "14 November", "14. November"}, // a clock that goes wrong
		{at(2031, 1, 1, 9, 0), "1 January 2031", "1. Januar 2031"},
	} {
		if got := words.English.When(c.t, now); got != c.en {
			t.Errorf("%v: got %q, want %q", c.t, got, c.en)
		}
		if got := words.German.When(c.t, now); got != c.de {
			t.Errorf("%v: got %q, want %q", c.t, got, c.de)
		}
	}
	if got := words.German.When(at(2026, 11, 14, 8, 15), at(2026, 11, 14, 18, 0)); got != "heute, 08:15" {
		t.Errorf("got %q", got)
	}
}

func TestDatesAreWrittenOut(t *testing.T) {
	for _, c := range []struct{ iso, en, de string }{
		{"2026-11-14", "14 November 2026", "14. November 2026"},
		{"2024-02-29", "29 February 2024", "29. Februar 2024"},
		{"2026-02-29", "2026-02-29", "2026-02-29"},
		{"next week", "next week", "next week"},
		{"", "", ""},
	} {
		if got := words.English.Date(c.iso); got != c.en {
			t.Errorf("%q: got %q, want %q", c.iso, got, c.en)
		}
		if got := words.German.Date(c.iso); got != c.de {
			t.Errorf("%q: got %q, want %q", c.iso, got, c.de)
		}
	}
}

func TestADayIsAHeading(t *testing.T) {
	now := time.Date(2026, 11, 22, 0, 30, 0, 0, time.UTC)
	for at, want := range map[time.Time][2]string{
		now:                     {"Today", "Heute"},
		now.Add(-time.Hour):     {"Yesterday", "Gestern"},
		now.AddDate(0, 0, -2):   {"Friday, 20 November", "Freitag, 20. November"},
		now.AddDate(-1, 0, 0):   {"Saturday, 22 November 2025", "Samstag, 22. November 2025"},
		now.Add(24 * time.Hour): {"Monday, 23 November", "Montag, 23. November"},
	} {
		if got := [2]string{words.English.Day(at, now), words.German.Day(at, now)}; got != want {
			t.Errorf("%s is %q, want %q", at, got, want)
		}
	}
}
