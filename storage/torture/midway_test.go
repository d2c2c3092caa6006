package torture

import (
	"errors"
	"os"
	"path/filepath"
)

// envMidway is what happens to the library's file while it is typed into.
const envMidway = "TORTURE_MIDWAY"

// midway does it.
func midway(path string) error {
	switch os.Getenv(envMidway) {
	case "move":
		return os.Rename(path, path+".moved")
	case "delete":
		return os.Remove(path)
	case "delete all":
		found, err := filepath.Glob(path + "*")
		for _, name := range found {
			err = errors.Join(err, os.Remove(name))
		}
		return err
	case "replace":
		if err := os.WriteFile(path+".other", []byte("something else"), 0o600); err != nil {
			return err
		}
		return os.Rename(path+".other", path)
	case "cut":
		return os.Truncate(path, 10000)
	case "read-only":
		return os.Chmod(filepath.Dir(path), 0o500)
	}
	return nil
}
