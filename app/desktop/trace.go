//go:build !nogui

package desktop

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"sync"

	"footpath/mapmodel"
)

// Trace writes down what the library has acknowledged: a line a change, its ID and the texts of the cards it touched, each
// quoted as JSON, with tabs between. It is for tests that must know exactly what may not be lost. Its methods may be called from
// any goroutine.
type Trace struct {
	mu   sync.Mutex
	file *os.File
}

// OpenTrace begins or continues the trace in the file at path.
func OpenTrace(path string) (*Trace, error) {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		return nil, fmt.Errorf("the trace could not be written: %w", err)
	}
	return &Trace{file: file}, nil
}

// committed writes the line of a change that is on disk. A trace that cannot be written tells nothing, and nothing is what a
// test may then rely on.
func (t *Trace) committed(c mapmodel.Change) {
	if t == nil {
		return
	}
	var line strings.Builder
	line.WriteString(c.ID.String())
	for _, e := range c.Edits {
		card, ok := e.After.(*mapmodel.Card)
		if !ok {
			continue
		}
		quoted, err := json.Marshal(card.Text)
		if err != nil {
			continue
		}
		line.WriteByte('\t')
		line.Write(quoted)
	}
	line.WriteByte('\n')
	t.mu.Lock()
	defer t.mu.Unlock()
	_, _ = t.file.WriteString(line.String())
}

// Close closes the file.
func (t *Trace) Close() error {
	if t == nil {
		return nil
	}
	return t.file.Close()
}
