package mapmodel_test

import (
	"math"
	"testing"

	"footpath/mapmodel"
)

// nps builds the counts of a survey with so many promoters, passives and
// detractors.
func nps(promoters, passives, detractors int) []int {
	return []int{detractors, 0, 0, 0, 0, 0, 0, passives, 0, 0, promoters}
}

func TestSurveyFiguresAgreeWithPublishedOnes(t *testing.T) {
	for _, c := range []struct {
		name             string
		kind             mapmodel.SurveyKind
		counts           []int
		score, low, high float64
		trust            mapmodel.Trust
	}{
		{"NPS of 100", mapmodel.NPS, nps(36, 39, 25), 11, -4.22, 25.58, mapmodel.Sound},
		{"NPS of 36", mapmodel.NPS, nps(15, 14, 7), 22.22, -2.98, 44.01, mapmodel.Sound},
		{"NPS of ten", mapmodel.NPS, nps(5, 3, 2), 30, -19.05, 65.20, mapmodel.TooFew},
		{"NPS, all promoters", mapmodel.NPS, nps(10, 0, 0), 100, 47.50, 100, mapmodel.TooFew},
		{"CSAT 60 of 100", mapmodel.CSAT, []int{10, 10, 20, 30, 30}, 60, 50.20, 69.06, mapmodel.Sound},
		{"CSAT 10 of 10", mapmodel.CSAT, []int{0, 0, 0, 0, 10}, 100, 72.25, 100, mapmodel.TooFew},
		{"CSAT 8 of 10", mapmodel.CSAT, []int{2, 0, 0, 4, 4}, 80, 49.02, 94.33, mapmodel.TooFew},
		{"CES 46 per cent", mapmodel.CES, []int{80, 210, 140, 110, 160, 180, 120}, 46, 42.93, 49.10, mapmodel.Sound},
	} {
		s := mapmodel.Survey{SurveyKind: c.kind, Counts: c.counts}
		r := s.Result()
		near := func(got, want float64) bool { return math.Abs(got-want) < 0.006 }
		if !near(r.Score, c.score) || !near(r.Low, c.low) || !near(r.High, c.high) || r.Trust != c.trust {
			t.Errorf("%s: %.2f [%.2f, %.2f] trust %d, want %.2f [%.2f, %.2f] trust %d", c.name, r.Score, r.Low, r.High, r.Trust, c.score, c.low, c.high, c.trust)
		}
	}
}

func TestUnderTenAnswersGiveNoScoreToTrust(t *testing.T) {
	s := mapmodel.Survey{SurveyKind: mapmodel.CSAT, Counts: []int{1, 1, 1, 1, 2}}
	if r := s.Result(); r.Trust != mapmodel.QuotesOnly || r.N != 6 {
		t.Fatalf("%+v", r)
	}
	if r := (&mapmodel.Survey{SurveyKind: mapmodel.NPS}).Result(); r.N != 0 {
		t.Fatalf("no answers gave %+v", r)
	}
}
