package command

import (
	"fmt"
	"strings"
	"time"
)

// progress shows on a terminal how far a job has come, from its second second
// on: what is quick stays silent.
type progress struct {
	c     *cli
	what  string
	total int
	done  int
	began time.Time
	shown bool
}

const (
	progressAfter = time.Second
	progressWidth = 30
)

func (c *cli) progress(what string, total int) *progress {
	return &progress{c: c, what: what, total: total, began: time.Now()}
}

func (p *progress) step() { p.to(p.done + 1) }

// to tells that so much is done.
func (p *progress) to(done int) {
	p.done = done
	if !p.c.Terminal || p.c.quiet || time.Since(p.began) < progressAfter {
		return
	}
	p.shown = true
	full := progressWidth * p.done / p.total
	_, _ = fmt.Fprintf(p.c.Err, "\r%s [%s%s] %d of %d", p.what, strings.Repeat("#", full), strings.Repeat(".", progressWidth-full), p.done, p.total)
}

func (p *progress) end() {
	if p.shown {
		_, _ = fmt.Fprintln(p.c.Err)
	}
}
