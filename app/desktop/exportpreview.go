//go:build !nogui

package desktop

import (
	"image"
	"math"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"footpath/app/desktop/look"
	"footpath/app/desktop/parts"
	"footpath/app/formats"
	"footpath/app/words"
	"footpath/assets/icons"
	"footpath/mapmodel"
	"footpath/render/scene"
)

// The preview's size in points of the toolkit.
const (
	previewWidth, previewHeight = 480, 340
	previewFindings             = 62
)

// preview shows the pages that an export would make, one at a time, and what to know of them. It is laid out and painted off
// the UI goroutine; of what is asked for meanwhile, only the last counts.
type preview struct {
	pr    *Program
	m     *mapmodel.Map
	image *canvas.Image
	words *parts.Text
	found *fyne.Container // a paragraph of the findings
	said  string          // in it
	back  *parts.Button
	ahead *parts.Button

	// wanted is what is to be shown, shown what is; busy that a worker is at it.
	wanted, shown previewed
	pages         *formats.Pages // of shown's options
	busy          bool
	closed        bool
}

// previewed is a page of an export.
type previewed struct {
	format  string
	options formats.Options
	theme   string
	page    int
}

// like tells whether two are pages of one layout.
func (p previewed) like(other previewed) bool {
	return p.format == other.format && p.options == other.options && p.theme == other.theme
}

// inTheme gives options the theme of a NAME or a file, which it reads.
func inTheme(o formats.Options, theme string) (formats.Options, error) {
	if theme == "" || theme == scene.ThemePrint {
		return o, nil
	}
	var err error
	o.Theme, err = formats.FindTheme(theme)
	return o, err
}

func newPreview(pr *Program, m *mapmodel.Map) *preview {
	p := &preview{pr: pr, m: m, image: &canvas.Image{FillMode: canvas.ImageFillContain}, words: parts.NewText("", parts.Type{Size: look.Meta, Role: look.Secondary})}
	p.found = container.NewStack(parts.Sentences("", previewWidth))
	turn := func(icon icons.Name, name words.Key, by int) *parts.Button {
		b := parts.NewButton(parts.ButtonParams{Icon: icon, Name: pr.say(name), Height: 28, OnTapped: func() { p.turn(by) }})
		b.SetEnabled(false)
		return b
	}
	p.back, p.ahead = turn(icons.Left, words.ExportPageBefore, -1), turn(icons.Right, words.ExportPageAfter, 1)
	return p
}

// view is the preview with its pager and its findings.
func (p *preview) view() fyne.CanvasObject {
	ground := parts.NewPanel(parts.PanelStyle{Fill: look.Header, Border: look.Hairline, Radius: look.ControlRadius},
		parts.Inset(parts.Sized(p.image, previewWidth-24, previewHeight-24), 12, 12, 12, 12))
	scroll := container.NewVScroll(p.found)
	scroll.SetMinSize(fyne.NewSize(previewWidth, previewFindings))
	return parts.Column(8, ground, parts.Row(8, parts.Spring(), p.back, p.words, p.ahead, parts.Spring()), scroll)
}

// show asks for the pages that options make.
func (p *preview) show(f formats.Format, o formats.Options, theme string) {
	page := p.wanted.page
	if !f.Pages {
		page = 0
	}
	o.DPI = 0 // a picture's size changes nothing of how it looks
	p.wanted = previewed{f.Name, o, theme, page}
	p.work(f.Pages)
}

// turn goes to the page before or behind.
func (p *preview) turn(by int) {
	if p.pages == nil || p.wanted.page+by < 0 || p.wanted.page+by >= p.pages.Count() {
		return
	}
	p.wanted.page += by
	p.work(true)
}

// work has a worker make what is wanted, unless one is at it already: then it goes on with that.
func (p *preview) work(pages bool) {
	if !pages {
		p.clear()
		return
	}
	if p.busy || p.closed {
		return
	}
	p.busy = true
	want, have, known := p.wanted, p.shown, p.pages
	scale := p.pr.win.Canvas().Scale()
	p.pr.p.Work(func() {
		made := known
		var err error
		if made == nil || !have.like(want) {
			var o formats.Options
			if o, err = inTheme(want.options, want.theme); err == nil {
				f, _ := formats.Named(want.format)
				made, err = formats.Preview(f, p.m, o)
			}
		}
		var img *image.RGBA
		if err == nil {
			want.page = min(want.page, made.Count()-1)
			img, err = made.Paint(want.page, int((previewWidth-24)*scale), int((previewHeight-24)*scale))
		}
		p.pr.p.Later(func() { p.made(want, made, img, err) })
	})
}

// made shows what a worker has made, and goes on where something else is wanted by now.
func (p *preview) made(what previewed, pages *formats.Pages, img *image.RGBA, err error) {
	p.busy = false
	if p.closed {
		return
	}
	if !p.wanted.like(what) {
		p.work(p.wanted.format != formats.YAML)
		return
	}
	if err != nil {
		p.clear()
		p.say(p.pr.sentence(err))
		return
	}
	again := p.wanted.page != what.page && p.wanted.page < pages.Count()
	p.shown, p.pages = what, pages
	if !again {
		p.wanted.page = what.page
	}
	p.image.Image = img
	p.image.Refresh()
	p.words.Set(p.pr.sayWith(words.ExportPageOf, words.Args{"n": what.page + 1, "m": pages.Count()}))
	p.back.SetEnabled(what.page > 0)
	p.ahead.SetEnabled(what.page < pages.Count()-1)
	said := p.pr.sayWith(words.ExportSmallest, words.Args{"size": p.number(math.Round(pages.Smallest*10) / 10)})
	if f, _ := formats.Named(what.format); f.Single && pages.Count() > 1 {
		said = p.pr.say(words.ExportPageOnly) + " " + said
	}
	for _, f := range pages.Findings {
		said += " " + words.Capital(p.pr.sayWith(f.Key, f.Args)) + "."
	}
	p.say(said)
	if again {
		p.work(true)
	}
}

// single is the page that is seen, from 1, for a format that has one alone; 0
// where that is the first anyhow, or what is seen is no longer wanted.
func (p *preview) single(f formats.Format) int {
	if !f.Single || p.shown.page == 0 || p.shown != p.wanted {
		return 0
	}
	return p.shown.page + 1
}

// number writes a size as the person's language does.
func (p *preview) number(v float64) string {
	return strings.Replace(strconv.FormatFloat(v, 'f', -1, 64), ".", p.pr.say(words.PageDecimal), 1)
}

// clear shows nothing: the format has no pages, or they cannot be made.
func (p *preview) clear() {
	p.shown, p.pages = previewed{}, nil
	p.image.Image = nil
	p.image.Refresh()
	p.words.Set("")
	p.back.SetEnabled(false)
	p.ahead.SetEnabled(false)
	if p.wanted.format == formats.YAML {
		p.say(p.pr.say(words.DialogPaperNone))
	}
}

func (p *preview) say(sentences string) {
	p.said = sentences
	p.found.Objects = []fyne.CanvasObject{parts.Sentences(sentences, previewWidth-8)}
	p.found.Refresh()
}

// close ends the preview; what a worker still makes is not shown.
func (p *preview) close() { p.closed = true }
