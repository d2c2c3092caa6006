package library

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"testing"

	"footpath/mapmodel"
	"footpath/storage/engine"
	"footpath/storage/engine/bolt"
)

func openStore(path string) (*bolt.Store, error) { return bolt.Open(path, bolt.Options{}) }

// nextFormat is a format after ours, in which every title and every card begins with a mark, and author names are in capitals.
func nextFormat(path string) config {
	mark := func(item engine.Item) ([]engine.Op, error) {
		switch item.Space {
		case spaceRecords:
			record, err := decodeRecord(idAt(item.Bytes, idSize), string(item.Value), shelf{}.load)
			if err != nil {
				return nil, err
			}
			switch r := record.(type) {
			case *mapmodel.Header:
				r.Title = "* " + r.Title
			case *mapmodel.Card:
				r.Text = "* " + r.Text
			}
			return []engine.Op{{Key: item.Key, Value: appendRecord(nil, record, hashOf)}}, nil
		case spaceSummaries:
			s, err := decodeSummary(item)
			s.Title = "* " + s.Title
			return []engine.Op{{Key: item.Key, Value: appendSummary(nil, s)}}, err
		case spaceAuthors:
			return []engine.Op{{Key: item.Key, Value: bytes.ReplaceAll(item.Value, []byte("rosa"), []byte("ROSA"))}}, nil
		default:
			return nil, nil
		}
	}
	return config{
		format:     format + 1,
		migrations: map[int]migration{format: mark},
		backup: func(store engine.Store, format int) error {
			if mortal, ok := store.(*mortal); ok {
				store = mortal.Store
			}
			return backUpFormat(store.(*bolt.Store), fmt.Sprintf("%s.format-%d", path, format))
		},
	}
}

// older makes a library of our format with some maps.
func older(t *testing.T, path string, maps int) []*mapmodel.Map {
	t.Helper()
	l, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var made []*mapmodel.Map
	for i := range maps {
		p := sit(t, l, mustCreate(t, l, fmt.Sprint("Map ", i)), Listener{})
		p.addCard(t, "a card")
		made = append(made, p.doc.Map())
	}
	if err := l.SetAuthorName(l.Author(), "rosa"); err != nil {
		t.Fatal(err)
	}
	mustClose(t, l)
	return made
}

func wantMigrated(t *testing.T, l *Library, made []*mapmodel.Map) {
	t.Helper()
	for _, was := range made {
		m := mustOpenMap(t, l, was.ID())
		if m.Header().Title != "* "+was.Header().Title || m.Inbox().Card(0).Text != "* a card" {
			t.Errorf("%q, %q", m.Header().Title, m.Inbox().Card(0).Text)
		}
	}
	if name, err := l.AuthorName(l.Author()); name != "ROSA" || err != nil {
		t.Errorf("%q, %v", name, err)
	}
}

func TestAnOlderLibraryIsBackedUpAndBroughtUpToDate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "maps.footpath")
	made := older(t, path, 3)
	l, err := begin(must(openStore(path)), nextFormat(path))
	if err != nil {
		t.Fatal(err)
	}
	wantMigrated(t, l, made)
	mustClose(t, l)

	// The present version refuses it from now on, and finds everything in the backup.
	if _, err := Open(path, Options{}); !errors.Is(err, engine.ErrTooNew) {
		t.Errorf("%v", err)
	}
	backup, err := Open(path+".format-1", Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range made {
		wantSaved(t, backup, m)
		then, err := backup.At(m.ID(), 0)
		if err != nil || then.CardCount() != 0 {
			t.Errorf("%v", err)
		}
	}
	mustClose(t, backup)

	// Opening it again changes nothing more.
	l, err = begin(must(openStore(path)), nextFormat(path))
	if err != nil {
		t.Fatal(err)
	}
	wantMigrated(t, l, made)
	mustClose(t, l)
}

func TestAMigrationThatIsBrokenOffGoesOnWhereItWas(t *testing.T) {
	const maps = 3
	for lives := range maps + 1 {
		for _, after := range []bool{false, true} {
			path := filepath.Join(t.TempDir(), "maps.footpath")
			made := older(t, path, maps)
			store := must(openStore(path))
			if _, err := begin(&mortal{Store: store, lives: lives, after: after}, nextFormat(path)); !errors.Is(err, errPower) {
				t.Fatal(err)
			}
			if err := store.Close(); err != nil {
				t.Fatal(err)
			}
			l, err := begin(must(openStore(path)), nextFormat(path))
			if err != nil {
				t.Fatal(err)
			}
			wantMigrated(t, l, made)
			mustClose(t, l)
			backup, err := Open(path+".format-1", Options{})
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range made {
				wantSaved(t, backup, m)
			}
			mustClose(t, backup)
		}
	}
}

func TestWithoutABackupAnOlderLibraryIsNotTouched(t *testing.T) {
	path := filepath.Join(t.TempDir(), "maps.footpath")
	made := older(t, path, 1)
	noRoom := nextFormat(path)
	noRoom.backup = func(engine.Store, int) error { return &engine.FullError{Path: path} }
	notHere := nextFormat(path)
	notHere.backup = nil
	unknown := nextFormat(path)
	unknown.format, unknown.migrations = format+2, nil
	for _, test := range []struct {
		config config
		want   error
	}{{noRoom, engine.ErrFull}, {notHere, errors.ErrUnsupported}, {unknown, errors.ErrUnsupported}} {
		store := must(openStore(path))
		revision := store.Revision()
		if _, err := begin(store, test.config); !errors.Is(err, test.want) {
			t.Errorf("%v, want %v", err, test.want)
		}
		if store.Revision() != revision {
			t.Error("it was written to")
		}
		if err := store.Close(); err != nil {
			t.Fatal(err)
		}
	}
	l, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	wantSaved(t, l, made[0])
	mustClose(t, l)
}
