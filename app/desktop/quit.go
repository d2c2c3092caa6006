//go:build !nogui

package desktop

import (
	"context"
	"errors"
	"fmt"
	"time"

	"footpath/app/desktop/parts"
	"footpath/app/words"
	"footpath/mapmodel"
	"footpath/storage/library"
	"footpath/storage/settings"
)

// quitTime is how long the end of the program may wait for the disk.
const quitTime = 10 * time.Second

// Quit ends the program, as the menu and the window's own button ask it to: what is being typed is kept and written first. When
// that cannot be written, it asks.
func (pr *Program) Quit() {
	if pr.asking {
		return
	}
	pr.asking = true
	pr.commitAll()
	pr.rememberWindow()
	sessions := pr.sessions()
	pr.jobs.do(func() {
		ctx, cancel := context.WithTimeout(context.Background(), quitTime)
		defer cancel()
		var err error
		for _, o := range sessions {
			err = errors.Join(err, o.session.Flush(ctx))
		}
		pr.p.Later(func() {
			pr.asking = false
			if err != nil {
				pr.askQuit(err)
				return
			}
			pr.end()
		})
	})
}

// end ends the program without a question.
func (pr *Program) end() {
	pr.leave = true
	pr.app.Quit()
}

func (pr *Program) askQuit(err error) {
	parts.ShowSheet(pr.win.Canvas(), parts.SheetParams{
		Title: pr.say(words.DialogQuitUnsaved),
		Body:  parts.Sentences(pr.sayWith(words.DialogQuitUnsavedBody, words.Args{"reason": pr.sentence(err)}), sheetText),
		Answers: []parts.Answer{
			{Label: pr.say(words.DialogQuitAnyway), Do: pr.end},
			{Label: pr.say(words.DialogStay), Kind: parts.Filled, Do: pr.focus},
		},
		OnCancel: pr.focus,
	})
}

func (pr *Program) sessions() []*openMap {
	var all []*openMap
	if pr.open != nil {
		all = append(all, pr.open)
	}
	for _, o := range pr.kept {
		all = append(all, o)
	}
	return all
}

// sessionOf is what keeps a map saved that is on the screen or has just been; nil for any other.
func (pr *Program) sessionOf(id mapmodel.ID) *library.Session {
	for _, o := range pr.sessions() {
		if o.session.Map() == id {
			return o.session
		}
	}
	return nil
}

// rememberWindow writes down how large the window is.
func (pr *Program) rememberWindow() { pr.remember(pr.size) }

func (pr *Program) size(s *settings.Settings) {
	if size := pr.win.Canvas().Size(); !pr.win.FullScreen() && !size.IsZero() {
		s.Width, s.Height = int(size.Width), int(size.Height)
	}
}

// Stop is called once the toolkit has ended, however that came: by Quit, by a signal, by the end of the desktop. What was being
// typed is kept, everything is written, the library is closed. It waits for the disk, but not for ever, and returns what could
// not be written.
func (pr *Program) Stop() error {
	pr.leave = true
	pr.commitAll()
	if pr.open != nil {
		pr.rememberDetails(pr.open)
		pr.rememberView(pr.open)
	}
	pr.over.Store(true)
	set := pr.set
	pr.size(&set)
	done, open := make(chan error, 1), pr.sessions()
	go func() {
		<-pr.jobs.idle()
		pr.writing.Wait()
		for _, o := range open {
			pr.mark(o.session, library.MarkSessionEnd)
		}
		err := pr.p.Library.Close() // it writes all there is to write first
		if pr.p.Save != nil && !set.Same(pr.p.Settings) {
			err = errors.Join(err, pr.p.Save(set))
		}
		done <- err
	}()
	select {
	case err := <-done:
		if err != nil {
			return fmt.Errorf("not everything could be saved: %w", err)
		}
	case <-time.After(quitTime):
		return errors.New("not everything could be saved: the disk did not answer")
	}
	return pr.p.Trace.Close()
}
