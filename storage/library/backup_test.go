package library

import (
	"errors"
	"io/fs"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"
	"footpath/storage/engine"
	"footpath/storage/engine/bolt"
)

func TestABackupIsALibraryOfItsOwn(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "maps.footpath")
	made := older(t, path, 3)
	l := must(Open(path, Options{}))
	copied := filepath.Join(dir, "copy.db")
	if err := l.BackUp(copied); err != nil {
		t.Fatal(err)
	}
	if err := l.BackUp(copied); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over another file: %v", err)
	}
	mustClose(t, l)
	l = must(Open(copied, Options{}))
	for _, m := range made {
		wantSaved(t, l, m)
	}
	if made, err := l.BackUpIfDue(time.Now()); !made || err != nil { // nothing leads to what is in it
		t.Errorf("%v, %v", made, err)
	}
	mustClose(t, l)
}

func TestALibraryWithALostRecordIsNotTakenForABackup(t *testing.T) {
	path := filepath.Join(t.TempDir(), "maps.footpath")
	made := older(t, path, 1)
	store := must(openStore(path))
	m := made[0]
	key := engine.Key{Space: spaceRecords, Bytes: pairKey(m.ID(), m.Inbox().Card(0).ID)}
	if _, err := store.Commit([]engine.Op{{Key: key, Delete: true}}); err != nil {
		t.Fatal(err)
	}
	if err := store.BackUp(path+".copy", bolt.Copy{Verify: verify}); !errors.Is(err, engine.ErrDamaged) {
		t.Errorf("%v", err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestABackupGivesWayToWhoeverWrites(t *testing.T) {
	l := must(Open(filepath.Join(t.TempDir(), "maps.footpath"), Options{}))
	m := mapgen.Grid(5, 5, 2, 1)
	mustCreate(t, l, "One")
	file := l.file.file.Load()
	at := file.Revision()
	err := file.BackUp(file.Path()+".copy", bolt.Copy{Busy: func() bool {
		if file.Revision() == at {
			if err := l.create(m, mapmodel.Change{}); err != nil {
				t.Error(err)
			}
		}
		return file.Revision() != at
	}})
	if !errors.Is(err, ErrInterrupted) {
		t.Errorf("%v", err)
	}
	mustClose(t, l)
}

func TestACompactedLibraryHoldsTheSameMaps(t *testing.T) {
	path := filepath.Join(t.TempDir(), "maps.footpath")
	made := older(t, path, 2)
	if _, _, err := Compact(path, Options{}); err != nil {
		t.Fatal(err)
	}
	l := must(Open(path, Options{}))
	for _, m := range made {
		wantSaved(t, l, m)
	}
	mustClose(t, l)
	if _, _, err := Compact(path+".none", Options{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v", err)
	}
}

func TestABackupOfALibraryThatIsServedHoldsTheSameMaps(t *testing.T) {
	l := mustNew(t, newLasting()) // not in a file, as seen from the other end of a socket
	m := mustCreate(t, l, "Far")
	path := filepath.Join(t.TempDir(), "copy.db")
	if err := l.BackUp(path); err != nil {
		t.Fatal(err)
	}
	if made, err := l.BackUpIfDue(time.Now()); made || err != nil {
		t.Errorf("%v, %v", made, err)
	}
	mustClose(t, l)
	l = must(Open(path, Options{}))
	wantSaved(t, l, m)
	mustClose(t, l)
}

func TestBackupsAreKeptUntilTheLibraryIsClosed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "maps.footpath")
	l := must(Open(path, Options{}))
	mustCreate(t, l, "One")
	l.KeepBackedUp(func(err error) { t.Error(err) })
	for {
		if backups := must(bolt.Backups(path)); len(backups) == 1 {
			break
		}
		runtime.Gosched()
	}
	mustClose(t, l)
}
