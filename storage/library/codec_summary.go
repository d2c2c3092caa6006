package library

import "footpath/storage/engine"

// A summary is stored as one CBOR map, under the map's ID; what is zero is absent, and numbers this version does not know are
// passed over, since a summary is made anew with every change. The home view reads ten thousand of them, so it is read by hand.
const (
	summaryTitle    = 1
	summaryPersonas = 2
	summaryState    = 3
	summaryStages   = 4
	summaryCards    = 5
	summaryEdited   = 6
	summaryBin      = 7
	summaryRecords  = 8
	summarySeq      = 9
	summaryFormat   = 10
)

func appendSummary(b []byte, s storedSummary) []byte {
	start, pairs := len(b), 0
	b = append(b, 0) // the head, with fewer than 24 pairs
	key := func(n uint64) { b, pairs = appendHead(b, cborUint, n), pairs+1 }
	number := func(n uint64, value int64) {
		if value != 0 {
			key(n)
			b = appendInt(b, value)
		}
	}
	if s.Title != "" {
		key(summaryTitle)
		b = appendText(b, s.Title)
	}
	if len(s.Personas) > 0 {
		key(summaryPersonas)
		b = appendHead(b, cborArray, uint64(len(s.Personas)))
		for _, name := range s.Personas {
			b = appendText(b, name)
		}
	}
	if s.State != "" {
		key(summaryState)
		b = appendText(b, s.State)
	}
	number(summaryStages, int64(s.Stages))
	number(summaryCards, int64(s.Cards))
	number(summaryEdited, s.Edited)
	if s.Bin {
		key(summaryBin)
		b = append(b, cborTrue)
	}
	number(summaryRecords, int64(s.Records))
	number(summarySeq, int64(s.Seq))
	number(summaryFormat, int64(s.Format))
	b[start] = cborMap<<5 | byte(pairs)
	return b
}

// decodeSummary reads what appendSummary wrote. A mistake is an *engine.DamagedError.
func decodeSummary(item engine.Item) (storedSummary, error) {
	r := reader{s: string(item.Value)}
	var s storedSummary
	last := int64(-1)
	for range r.dict() {
		if last = r.key(last); r.err != nil {
			break
		}
		switch last {
		case summaryTitle:
			s.Title = r.text()
		case summaryPersonas:
			s.Personas = readList(&r, (*reader).text)
		case summaryState:
			s.State = r.text()
		case summaryStages:
			s.Stages = int(r.natural())
		case summaryCards:
			s.Cards = int(r.natural())
		case summaryEdited:
			s.Edited = r.int()
		case summaryBin:
			s.Bin = r.flag()
		case summaryRecords:
			s.Records = int(r.natural())
		case summarySeq:
			s.Seq = uint64(r.natural())
		case summaryFormat:
			s.Format = int(r.natural())
		default:
			r.raw()
		}
	}
	if err := r.done(); err != nil {
		return storedSummary{}, &engine.DamagedError{Key: item.Key, What: "it cannot be read", Err: err}
	}
	return s, nil
}
