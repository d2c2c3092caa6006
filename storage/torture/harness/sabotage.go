package main

// sabotage is a way to break a build on purpose, and which tests must find it out.
type sabotage struct {
	name    string
	tests   string // a pattern for `go test -run`
	changes []change
}

// change replaces a text that stands once in a file.
type change struct{ file, old, new string }

var noJournal = change{
	"storage/engine/bolt/journal.go", "paths, err := Journals(s.path)", "if s != nil {\n\t\treturn nil\n\t}\n\tpaths, err := Journals(s.path)",
}

var sabotages = []sabotage{
	{
		name: "saved before it is written", tests: "Kill",
		changes: []change{
			{"storage/library/queue.go", "revision, err = l.store.Commit(b.ops)", "revision, err = l.commitLate(b.ops)"},
			{"storage/library/queue.go", "func (l *Library) committed(", `var late = make(chan func(), 1<<16)

var ahead uint64

func init() {
	go func() {
		for commit := range late {
			time.Sleep(2 * time.Millisecond)
			commit()
		}
	}()
}

func (l *Library) commitLate(ops []engine.Op) (uint64, error) {
	if ahead++; ahead <= l.store.Revision() {
		ahead = l.store.Revision() + 1
	}
	late <- func() { _, _ = l.store.Commit(ops) }
	return ahead, nil
}

func (l *Library) committed(`},
			{"storage/library/queue.go", "\t\"sync\"\n", "\t\"sync\"\n\t\"time\"\n"},
		},
	},
	{
		name: "no sync", tests: "Power",
		changes: []change{
			{"storage/engine/bolt/bolt.go", "NoStatistics:    true,", "NoStatistics: true, NoSync: true,"},
			{"storage/engine/journal/write.go", "if err := w.file.Sync(); err != nil {", "if err := error(nil); err != nil {"},
		},
	},
	{
		// With the journal nothing is lost even so: what the file did not take, the journal puts back.
		name: "a failed sync passed over, and no journal", tests: "Disk",
		changes: []change{{"storage/engine/bolt/commit.go", "if failed != nil {", "if false {"}, noJournal},
	},
	{
		name: "no checksums", tests: "Rot|Decay",
		changes: []change{{
			"storage/engine/bolt/envelope.go", "if binary.BigEndian.Uint32(envelope[end:]) != check(key, envelope[:end]) {", "if false {",
		}},
	},
	{
		name: "no look before mapping", tests: "Rot",
		changes: []change{
			{"storage/engine/bolt/bolt.go", "s.warnings, err = preflight(file, info.Size(), name)", "_ = info"},
			{"storage/engine/bolt/guard.go", "defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))", "_ = debug.SetPanicOnFault"},
		},
	},
	{
		name: "no journal", tests: "Rot",
		changes: []change{noJournal},
	},
}
