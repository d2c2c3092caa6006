package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
)

// options are what every Chromium here is started with: no window, nothing
// loaded from outside, no sandbox, which root cannot have.
func options(profile string) []string {
	return []string{
		"--headless", "--no-sandbox", "--disable-gpu", "--disable-extensions", "--disable-background-networking",
		"--no-first-run", "--user-data-dir=" + profile,
	}
}

// printOnce starts a browser that prints a page into a file and ends.
func printOnce(ctx context.Context, name, profile, url, out string) error {
	args := append(options(profile), "--no-pdf-header-footer", "--print-to-pdf="+out, url)
	if said, err := exec.CommandContext(ctx, name, args...).CombinedOutput(); err != nil {
		return fmt.Errorf("%s did not print: %w\n%s", name, err, said)
	}
	return nil
}

// browser is a Chromium that has been started already. It is spoken to in the
// DevTools protocol through a pipe: JSON messages, each ended by a zero byte
// (https://chromedevtools.github.io/devtools-protocol/).
type browser struct {
	process *exec.Cmd
	to      io.WriteCloser
	from    *bufio.Reader
	session string
	last    int
}

type message struct {
	ID        int             `json:"id,omitempty"`
	Method    string          `json:"method,omitempty"`
	SessionID string          `json:"sessionId,omitempty"`
	Params    any             `json:"params,omitempty"`
	Result    json.RawMessage `json:"result,omitempty"`
	Error     *fault          `json:"error,omitempty"`
}

type fault struct{ Message string }

// startBrowser starts a browser and opens an empty page in it. It is killed
// when the context ends.
func startBrowser(ctx context.Context, name, profile string) (*browser, error) {
	theirIn, to, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	from, theirOut, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	b := &browser{process: exec.CommandContext(ctx, name, append(options(profile), "--remote-debugging-pipe", "about:blank")...), to: to, from: bufio.NewReader(from)}
	b.process.ExtraFiles = []*os.File{theirIn, theirOut} // 3 and 4, as Chromium expects them
	if err := b.process.Start(); err != nil {
		return nil, err
	}
	// What the browser holds now closes with it, so that reading ends.
	if err := errors.Join(theirIn.Close(), theirOut.Close(), b.open()); err != nil {
		return nil, errors.Join(err, b.process.Process.Kill(), b.process.Wait())
	}
	return b, nil
}

// open opens an empty page and turns to it.
func (b *browser) open() error {
	var target struct{ TargetID, SessionID string }
	if err := b.call("Target.createTarget", map[string]any{"url": "about:blank"}, &target); err != nil {
		return err
	}
	if err := b.call("Target.attachToTarget", map[string]any{"targetId": target.TargetID, "flatten": true}, &target); err != nil {
		return err
	}
	b.session = target.SessionID
	return b.call("Page.enable", nil, nil)
}

// print loads a page and gives it as a PDF, tagged as ours is.
func (b *browser) print(url string) ([]byte, error) {
	if err := b.call("Page.navigate", map[string]any{"url": url}, nil); err != nil {
		return nil, err
	}
	if err := b.until(func(m message) bool { return m.Method == "Page.loadEventFired" }, nil); err != nil {
		return nil, err
	}
	var pdf struct{ Data []byte }
	err := b.call("Page.printToPDF", map[string]any{"preferCSSPageSize": true, "printBackground": true, "generateTaggedPDF": true}, &pdf)
	return pdf.Data, err
}

// call asks for something and waits for the answer; what happens meanwhile is
// passed over.
func (b *browser) call(method string, params, result any) error {
	b.last++
	data, err := json.Marshal(message{ID: b.last, Method: method, SessionID: b.session, Params: params})
	if err != nil {
		return err
	}
	if _, err := b.to.Write(append(data, 0)); err != nil {
		return err
	}
	return b.until(func(m message) bool { return m.ID == b.last }, result)
}

func (b *browser) until(is func(message) bool, result any) error {
	for {
		data, err := b.from.ReadBytes(0)
		if err != nil {
			return fmt.Errorf("the browser hung up: %w", err)
		}
		var m message
		if err := json.Unmarshal(data[:len(data)-1], &m); err != nil {
			return err
		}
		switch {
		case !is(m):
		case m.Error != nil:
			return fmt.Errorf("the browser says: %s", m.Error.Message)
		case result == nil:
			return nil
		default:
			return json.Unmarshal(m.Result, result)
		}
	}
}

// close ends the browser and waits for its end.
func (b *browser) close() error {
	b.session = ""
	return errors.Join(b.call("Browser.close", nil, nil), b.to.Close(), b.process.Wait())
}
