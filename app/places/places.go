// Package places says where Footpath keeps its things, by the XDG rules on every system.
package places

import (
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"

	"github.com/adrg/xdg"
)

// folder is ours in each of the system's places.
const folder = "footpath"

// Library is the path of a person's library.
func Library() string { return filepath.Join(xdg.DataHome, folder, "library.db") }

// Settings is the path of the settings' file.
func Settings() string { return filepath.Join(xdg.ConfigHome, folder, "settings.yaml") }

// State is the folder of notes about the program itself: why it crashed, what its toolkit grumbled about.
func State() string { return filepath.Join(xdg.StateHome, folder) }

// Cache is the folder of what can be found out again.
func Cache() string { return filepath.Join(xdg.CacheHome, folder) }

// Home is the person's folder.
func Home() string { return xdg.Home }

// Socket is the path at which the program that holds a library serves it to others: in the runtime directory, named after the
// library's full path, so that each library has its own. The name is short, since a socket's path may have hardly more than a
// hundred bytes.
func Socket(library string) string {
	if full, err := filepath.Abs(library); err == nil {
		library = full
	}
	sum := sha256.Sum256([]byte(library))
	return filepath.Join(xdg.RuntimeDir, folder, hex.EncodeToString(sum[:8])+".sock")
}
