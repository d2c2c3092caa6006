package mapmodel

import "math"

// Result is what a survey's counts come to.
type Result struct {
	// N is the number of answers.
	N int
	// Score is the survey's figure: NPS from −100 to +100, CSAT and CES in per
	// cent from 0 to 100.
	Score float64
	// Low and High bound the 95 % confidence interval, in the score's unit.
	Low, High float64
	// Shares are the parts of the answers, in per cent: detractors, passives
	// and promoters for NPS; others and top boxes for CSAT and CES.
	Shares []float64
	// Trust says how far the number of answers carries the score.
	Trust Trust
}

// Trust says what may be read out of a number of answers.
type Trust uint8

// The sizes of samples and what they allow.
const (
	QuotesOnly Trust = iota // under 10: no score at all
	TooFew                  // 10 to 29: a score, greyed
	Sound                   // from 30 on: a score with its interval
)

// z95 is the two-sided 95 % quantile of the normal distribution.
const z95 = 1.959963984540054

// Result computes the survey's figure from its counts: NPS = 100·(P−D)/n with
// the adjusted Wald interval (Rocks 2016, as MeasuringU recommends); CSAT the
// share of the two best of five scores; CES the share of 5 to 7 of seven; both
// with the Wilson interval. No answers give a zero Result.
func (s *Survey) Result() Result {
	n := 0
	for _, c := range s.Counts {
		n += c
	}
	low, high := s.SurveyKind.Scale()
	if n == 0 || len(s.Counts) != high-low+1 {
		return Result{}
	}
	r := Result{N: n, Trust: trust(n)}
	share := func(from, to int) float64 {
		sum := 0
		for _, c := range s.Counts[from-low : to-low+1] {
			sum += c
		}
		return float64(sum)
	}
	if s.SurveyKind == NPS {
		d, p := share(0, 6), share(9, 10)
		r.Score = 100 * (p - d) / float64(n)
		r.Low, r.High = adjustedWald(p, d, float64(n))
		r.Shares = percents(float64(n), d, share(7, 8), p)
		return r
	}
	top := share(high-1, high)
	if s.SurveyKind == CES {
		top = share(5, 7)
	}
	r.Score = 100 * top / float64(n)
	r.Low, r.High = wilson(top, float64(n))
	r.Shares = percents(float64(n), float64(n)-top, top)
	return r
}

func trust(n int) Trust {
	switch {
	case n < 10:
		return QuotesOnly
	case n < 30:
		return TooFew
	}
	return Sound
}

func percents(n float64, counts ...float64) []float64 {
	out := make([]float64, len(counts))
	for i, c := range counts {
		out[i] = 100 * c / n
	}
	return out
}

// adjustedWald is the interval of an NPS with three answers added: ¾ of one
// each to promoters and detractors, 1½ to passives.
func adjustedWald(promoters, detractors, n float64) (low, high float64) {
	n += 3
	p, d := (promoters+0.75)/n, (detractors+0.75)/n
	mid := p - d
	half := z95 * math.Sqrt((p+d-mid*mid)/n)
	return max(100*(mid-half), -100), min(100*(mid+half), 100)
}

// wilson is Wilson's score interval of a share, in per cent.
func wilson(hits, n float64) (low, high float64) {
	p, z := hits/n, z95*z95
	mid := (p + z/(2*n)) / (1 + z/n)
	half := z95 / (1 + z/n) * math.Sqrt(p*(1-p)/n+z/(4*n*n))
	return max(100*(mid-half), 0), min(100*(mid+half), 100)
}
