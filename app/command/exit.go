package command

import (
	"errors"
	"fmt"
	"strings"

	"footpath/storage/journey"
)

// The exit codes of the program.
const (
	ExitDone    = 0
	ExitInvalid = 1 // the content is not valid, or two maps differ
	ExitUsage   = 2 // the command line was not understood
	ExitIO      = 3 // something could not be found, read or written
	ExitRefused = 4 // something would have been overwritten
	ExitPartly  = 5 // some of the work was done, some not
)

// coded is an error with its exit code.
type coded struct {
	code int
	err  error
}

func (e *coded) Error() string { return e.err.Error() }
func (e *coded) Unwrap() error { return e.err }

func withCode(code int, err error) error {
	if err == nil {
		return nil
	}
	return &coded{code, err}
}

// errSilent is an outcome that needs no sentence.
var errSilent = errors.New("")

// exitCode is the exit code of an outcome: one that was given on the way, 1
// for a file's mistakes, 2 for what cobra did not understand, else 3.
func exitCode(err error) int {
	var (
		c        *coded
		mistakes journey.Mistakes
	)
	switch {
	case err == nil:
		return ExitDone
	case errors.As(err, &c):
		return c.code
	case errors.As(err, &mistakes):
		return ExitInvalid
	case strings.HasPrefix(err.Error(), "unknown command"):
		return ExitUsage
	}
	return ExitIO
}

// explain prints an outcome for people, a mistake a line.
func (c *cli) explain(err error) {
	if err == nil || errors.Is(err, errSilent) {
		return
	}
	var mistakes *invalidFile
	if errors.As(err, &mistakes) {
		_, _ = fmt.Fprintln(c.Err, err) // begins with the file's name, as editors read it
		return
	}
	_, _ = fmt.Fprintf(c.Err, "footpath: %v\n", err)
}
