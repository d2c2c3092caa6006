package atomicfile_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"footpath/storage/atomicfile"
)

func says(text string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}
}

func content(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func alone(t *testing.T, dir string, files int) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != files {
		t.Fatalf("%d files lie in the folder, want %d", len(entries), files)
	}
}

func TestAFileIsWrittenWholeAndNothingElseIsLeft(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "map.pdf")
	for _, text := range []string{"old", "new and longer", ""} {
		if err := atomicfile.Write(path, 0o644, says(text)); err != nil {
			t.Fatal(err)
		}
		if got := content(t, path); got != text {
			t.Fatalf("%q, want %q", got, text)
		}
	}
	alone(t, dir, 1)
}

func TestAFailedWriteLeavesTheOldFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "map.pdf")
	if err := atomicfile.Write(path, 0o644, says("old")); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("no more ink")
	err := atomicfile.Write(path, 0o644, func(w io.Writer) error {
		_, _ = io.WriteString(w, "half of the n")
		return broken
	})
	if !errors.Is(err, broken) {
		t.Fatalf("error %v", err)
	}
	if got := content(t, path); got != "old" {
		t.Fatalf("the old file says %q", got)
	}
	alone(t, dir, 1)
}

func TestAWriteThatPanicsLeavesNothingBehind(t *testing.T) {
	dir := t.TempDir()
	defer func() {
		if recover() == nil {
			t.Error("the panic was swallowed")
		}
		alone(t, dir, 0)
	}()
	_ = atomicfile.Write(filepath.Join(dir, "map.pdf"), 0o644, func(io.Writer) error { panic("torn page") })
}

func TestTheModeOfAFileStays(t *testing.T) {
	path := filepath.Join(t.TempDir(), "map.yaml")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := atomicfile.Write(path, 0o644, says("x")); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Fatalf("%v %v", info.Mode(), err)
	}
}

func TestALinkStaysALink(t *testing.T) {
	dir := t.TempDir()
	target, link := filepath.Join(dir, "real.yaml"), filepath.Join(dir, "link.yaml")
	if err := os.WriteFile(target, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, link); err != nil {
		t.Fatal(err)
	}
	if err := atomicfile.Write(link, 0o600, says("new")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Fatalf("the link became %v (%v)", info.Mode(), err)
	}
	if got := content(t, target); got != "new" {
		t.Fatalf("what it points to says %q", got)
	}
}

func TestAFolderIsNotOverwrittenAndAMissingOneIsNamed(t *testing.T) {
	dir := t.TempDir()
	if err := atomicfile.Write(dir, 0o644, says("x")); err == nil {
		t.Error("a folder was written")
	}
	if err := atomicfile.Write(filepath.Join(dir, "none", "map.pdf"), 0o644, says("x")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing folder gave %v", err)
	}
}
