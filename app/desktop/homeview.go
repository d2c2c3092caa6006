//go:build !nogui

package desktop

import (
	"context"
	"errors"

	"footpath/app/desktop/home"
	"footpath/app/desktop/parts"
	"footpath/app/templates"
	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/storage/engine"
	"footpath/storage/library"
	"footpath/storage/settings"
)

func (pr *Program) newHome() *home.Home {
	return home.New(home.Params{
		Words: pr.words, Canvas: pr.win.Canvas(), Templates: pr.homeTemplates(), Work: pr.p.Work, Later: pr.p.Later, Now: pr.p.Now, Shown: pr.shown,
		Read: func(id mapmodel.ID) (*mapmodel.Map, error) {
			m, _, err := pr.p.Library.Look(id)
			return m, err
		},
		Match: func(q library.Query) (library.Matches, error) {
			return pr.p.Library.Match(context.Background(), q, searchPatience)
		},
		Places: func(id mapmodel.ID, q library.Query) ([]library.Place, error) { return pr.p.Library.Places(id, q, 1) },
		After:  pr.p.After, OnFound: pr.openAt,
		OnOpen: pr.OpenMap, OnTemplate: pr.NewMap, OnFile: pr.AskFile, OnRename: pr.rename, OnBin: pr.bin, OnDelete: pr.askDelete, OnDuplicate: pr.duplicate, OnPin: pr.pin,
		OnKey: pr.TypedKey, Hint: pr.hint, HintOf: pr.hintOf, List: pr.set.List, OnList: pr.listMaps,
		OnChange: func() {
			if pr.open == nil {
				pr.refreshStatus()
			}
		},
	})
}

// searchPatience is how many maps a search on home reads that the index of words does not know yet.
const searchPatience = 100

// listMaps shows the maps in lines, or as tiles, from now on.
func (pr *Program) listMaps(list bool) {
	pr.home.ShowList(list)
	pr.remember(func(s *settings.Settings) { s.List = list })
}

// openAt opens a map and goes to a card, stage, step or lane of it.
func (pr *Program) openAt(id, record mapmodel.ID) {
	pr.openThen(id, func() {
		if pr.open == nil || pr.open.board == nil {
			return
		}
		switch pr.open.doc.Map().Get(record).(type) {
		case *mapmodel.Card, *mapmodel.Stage, *mapmodel.Step, *mapmodel.Lane:
			pr.open.board.Select(record)
		}
	})
}

// OpenHome shows all maps.
func (pr *Program) OpenHome() {
	pr.turn++
	var left mapmodel.ID
	if pr.open != nil {
		left = pr.open.doc.Map().ID()
		pr.leaveMap()
		pr.steps = homeSteps{}
	} else if id, err := mapmodel.ParseID(pr.set.LastMap); err == nil {
		left = id
	}
	pr.remember(func(s *settings.Settings) { s.AtHome = true })
	pr.show()
	samples, focus := pr.templates, func() { pr.home.FocusOn(left) }
	pr.jobs.do(func() {
		list, err := pr.p.Library.List()
		if err != nil || len(list) > 0 {
			pr.listed(list, err, focus)
			pr.offer(nil) // behind: to note it takes a while, and whoever has maps needs no sample
			return
		}
		pr.offer(samples)
		list, err = pr.p.Library.List()
		pr.listed(list, err, focus)
	})
}

// LastMap is the map that was on the screen when the program ended; false where all maps were.
func LastMap(s settings.Settings) (mapmodel.ID, bool) {
	id, err := mapmodel.ParseID(s.LastMap)
	return id, err == nil && !s.AtHome
}

// Resume shows what was shown when the program ended: a map, or all of them.
func (pr *Program) Resume() {
	id, ok := LastMap(pr.set)
	if !ok {
		pr.OpenHome()
		return
	}
	pr.turn++
	turn, shown, language := pr.turn, pr.shown(), pr.words
	pr.jobs.do(func() {
		there := false
		list, err := pr.p.Library.List()
		for _, m := range list {
			there = there || m.ID == id && !m.Bin && !m.Damaged
		}
		var r reading
		if err == nil && there {
			r = pr.read(id, shown, language)
		}
		pr.p.Later(func() {
			switch {
			case turn != pr.turn:
			case err == nil && there:
				pr.take(r, nil)
			default:
				pr.OpenHome()
			}
		})
	})
}

// reload shows the library's maps as they are now.
func (pr *Program) reload() { pr.reloadThen(func() {}) }

// ListAgain shows on home what has become of the maps, by whomever. While a name is being typed there, and while a map is open,
// nothing is done: home is listed anew when it is come back to.
func (pr *Program) ListAgain() {
	if pr.open == nil && pr.home.Renaming() == nil {
		pr.reload()
	}
}

func (pr *Program) reloadThen(then func()) {
	pr.jobs.do(func() {
		list, err := pr.p.Library.List()
		pr.listed(list, err, then)
	})
}

// listed has home show a list, or says why there is none. It waits for the disk.
func (pr *Program) listed(list []library.Summary, err error, then func()) {
	pins := pr.readPins()
	pr.p.Later(func() {
		if err != nil {
			pr.problem(err)
			return
		}
		pr.pins = pins
		pr.home.SetPins(pins)
		pr.home.SetMaps(list)
		then()
	})
}

// offered is what a library's own view remembers, so that the sample is given to a newcomer once, and not again when they have
// thrown it away.
const offered = "sample-offered"

// offer notes that this library is in use, and gives it the sample among those given when it is new. It waits for the disk.
func (pr *Program) offer(samples []template) {
	view, err := pr.views.get(pr.p.Library.ID())
	if err != nil || view.Export[offered] != "" {
		return
	}
	for _, t := range samples {
		if t.name == templates.Licence {
			err = pr.create(mapmodel.Copy(t.m, "", pr.p.Source))
		}
	}
	if err == nil {
		err = pr.note(offered, "yes")
	}
	if err != nil {
		pr.p.Later(func() { pr.problem(err) })
	}
}

// create puts a map into the library. It waits for the disk.
func (pr *Program) create(m *mapmodel.Map) error {
	return pr.p.Library.Create(m, mapmodel.Change{
		Author: pr.desk.Author, At: pr.p.Now().UnixMilli(),
		Label: mapmodel.Label{Key: mapmodel.LabelNewMap, Args: []string{m.Header().Title}},
	})
}

// createThen puts a map into the library and shows it.
func (pr *Program) createThen(m *mapmodel.Map, then func()) {
	pr.jobs.do(func() {
		err := pr.create(m)
		pr.p.Later(func() {
			if err != nil {
				pr.announce(words.DialogProblem, pr.sentence(err))
				return
			}
			pr.openThen(m.ID(), then)
		})
	})
}

// NewMap makes a map from a template, the first of which is blank, and opens it.
func (pr *Program) NewMap(template int) {
	if template >= 0 && template < len(pr.templates) {
		pr.createThen(mapmodel.Copy(pr.templates[template].m, "", pr.p.Source), func() { pr.open.board.Name() })
	}
}

// copyMap makes a map of its own of the one on the screen, and opens it.
func (pr *Program) copyMap() {
	if pr.open == nil {
		return
	}
	pr.commit()
	twin := mapmodel.Copy(pr.open.doc.Map(), "", pr.p.Source)
	title := pr.titleOf(twin)
	pr.createThen(twin, func() {
		pr.toasts.Say(parts.Note{Words: pr.sayWith(words.ToastDuplicatedMap, words.Args{"title": title})})
	})
}

// alter makes a change to a map that is not on the screen. It waits for the disk.
func (pr *Program) alter(id mapmodel.ID, verb func(m *mapmodel.Map) (mapmodel.Change, error)) (*mapmodel.Map, error) {
	for try := 0; ; try++ {
		m, _, err := pr.p.Library.Open(id)
		if err != nil {
			return nil, err
		}
		doc := mapmodel.NewDocument(m, pr.p.Source, pr.p.Now)
		session, err := pr.p.Library.Attach(doc, library.Listener{
			OnCommitted: func(c mapmodel.Change, _ uint64) { pr.p.Trace.committed(c) },
		})
		if errors.Is(err, engine.ErrConflict) && try < 3 {
			continue // somebody read it meanwhile
		}
		if err != nil {
			return nil, err
		}
		change, err := verb(m)
		if err == nil {
			_, err = doc.Do(change)
		}
		if err == nil {
			ctx, cancel := context.WithTimeout(context.Background(), closeTime)
			defer cancel()
			err = session.Close(ctx)
		}
		if err != nil {
			session.Discard() // the person is told, and what they see is what is stored
			return nil, err
		}
		return doc.Map(), nil
	}
}

// alterThen makes a change to a map that is not on the screen and shows the list anew.
func (pr *Program) alterThen(id mapmodel.ID, verb func(m *mapmodel.Map) (mapmodel.Change, error), then func(m *mapmodel.Map)) {
	pr.jobs.do(func() {
		m, err := pr.alter(id, verb)
		pr.p.Later(func() {
			if err != nil {
				pr.problem(err)
				return
			}
			then(m)
		})
	})
	pr.reload()
}

func (pr *Program) setTitle(id mapmodel.ID, title string) {
	pr.alterThen(id, func(m *mapmodel.Map) (mapmodel.Change, error) { return pr.desk.Rename(m, id, title) }, func(*mapmodel.Map) {})
}

// setBin throws a map into the bin or takes it out again, and offers to take that back.
func (pr *Program) setBin(id mapmodel.ID, bin bool, takeBack func()) {
	pr.alterThen(id, func(m *mapmodel.Map) (mapmodel.Change, error) { return pr.desk.SetBin(m, bin) }, func(m *mapmodel.Map) {
		key := words.ToastRestored
		if bin {
			key = words.ToastMovedToBin
		}
		pr.toasts.Say(parts.Note{
			Words: pr.sayWith(key, words.Args{"title": pr.titleOf(m)}), Action: pr.say(words.ToastUndo),
			Do: takeBack, Last: true,
		})
	})
}

// binOpenMap throws the map on the screen into the bin and goes back to all maps.
func (pr *Program) binOpenMap() {
	if pr.open == nil {
		return
	}
	id := pr.open.doc.Map().ID()
	pr.OpenHome()
	pr.bin(id, true)
}

// askDelete asks before a map is gone for ever.
func (pr *Program) askDelete(id mapmodel.ID) {
	title := ""
	for _, m := range pr.home.Maps() {
		if m.ID == id {
			title = m.Title
		}
	}
	parts.ShowSheet(pr.win.Canvas(), parts.SheetParams{
		Title: pr.sayWith(words.DialogDeleteForEver, words.Args{"title": title}),
		Body:  parts.Sentences(pr.say(words.DialogDeleteForEverBody), sheetText),
		Answers: []parts.Answer{
			{Label: pr.say(words.CommandDeleteForEver), Do: func() { pr.delete(id, title) }},
			{Label: pr.say(words.DialogCancel), Kind: parts.Filled, Do: pr.focus}, // what nothing brings back is not a mere Enter away
		},
		OnCancel: pr.focus,
	})
}

func (pr *Program) delete(id mapmodel.ID, title string) {
	pr.focus()
	pr.jobs.do(func() {
		err := pr.p.Library.Delete(id)
		pr.p.Later(func() {
			if err != nil {
				pr.problem(err)
				return
			}
			pr.views.forget(id)
			pr.steps = homeSteps{} // nothing brings it back
			pr.toasts.Say(parts.Note{Words: pr.sayWith(words.ToastDeletedForEver, words.Args{"title": title})})
		})
	})
	pr.reload()
}

// duplicate makes a map of its own of one on home.
func (pr *Program) duplicate(id mapmodel.ID) {
	language := pr.words
	pr.jobs.do(func() {
		m, _, err := pr.p.Library.Look(id)
		var twin *mapmodel.Map
		if err == nil {
			title := m.Header().Title
			if title == "" {
				title = language.Say(words.HomeUntitled, nil)
			}
			twin = mapmodel.Copy(m, language.Say(words.HomeCopyOf, words.Args{"title": title}), pr.p.Source)
			err = pr.create(twin)
		}
		pr.p.Later(func() {
			if err != nil {
				pr.problem(err)
				return
			}
			pr.duplicated(twin.ID())
			pr.reloadThen(func() { pr.home.FocusOn(twin.ID()) })
			pr.toasts.Say(parts.Note{
				Words: pr.sayWith(words.ToastDuplicatedMap, words.Args{"title": twin.Header().Title}), Action: pr.say(words.ToastUndo),
				Do: pr.undoAtHome, Last: true,
			})
		})
	})
}

// askEmptyBin asks before all maps in the bin are gone for ever.
func (pr *Program) askEmptyBin() {
	var ids []mapmodel.ID
	for _, m := range pr.home.Maps() {
		if m.Bin {
			ids = append(ids, m.ID)
		}
	}
	parts.ShowSheet(pr.win.Canvas(), parts.SheetParams{
		Title: pr.sayWith(words.DialogEmptyBin, words.Args{"n": len(ids)}),
		Body:  parts.Sentences(pr.say(words.DialogEmptyBinBody), sheetText),
		Answers: []parts.Answer{
			{Label: pr.say(words.DialogCancel), Do: pr.focus},
			{Label: pr.say(words.CommandEmptyBin), Kind: parts.Filled, Do: func() { pr.emptyBin(ids) }},
		},
		OnCancel: pr.focus,
	})
}

func (pr *Program) emptyBin(ids []mapmodel.ID) {
	pr.focus()
	pr.jobs.do(func() {
		var errs error
		for _, id := range ids {
			errs = errors.Join(errs, pr.p.Library.Delete(id))
			pr.views.forget(id)
		}
		pr.p.Later(func() {
			if errs != nil {
				pr.problem(errs)
			}
			pr.steps = homeSteps{}
			pr.home.ShowBin(false)
		})
	})
	pr.reload()
}
