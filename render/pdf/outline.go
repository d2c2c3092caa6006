package pdf

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"footpath/render/scene"
)

// textString writes a text as a PDF's strings outside of pages hold it, in
// UTF-16 and hexadecimal: no byte of it needs care.
func textString(s string) []byte {
	s = strings.ToValidUTF8(s, "\uFFFD")
	out := make([]byte, 0, 6+4*len(s))
	out = append(out, "<FEFF"...)
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, hexDigits[u>>12&15], hexDigits[u>>8&15], hexDigits[u>>4&15], hexDigits[u&15])
	}
	return append(out, '>')
}

// tenths writes a number with at most one decimal.
func tenths(out []byte, v float64) []byte {
	return append(strconv.AppendFloat(out, float64(int(v*10))/10, 'f', -1, 64), ' ')
}

// bookmark is an entry of the outline.
type bookmark struct {
	name  string
	at    placed
	below []bookmark
}

// bookmarks lists the stages that stand on the pages, with their steps, and the closing pages.
func bookmarks(s *scene.Scene, p *places) []bookmark {
	if s.Reading == nil {
		return nil
	}
	var out []bookmark
	for _, c := range s.Reading.Columns {
		at, ok := p.first[c.ID]
		if !ok {
			continue
		}
		b := bookmark{name: c.Name, at: at}
		if c.Step && len(out) > 0 {
			last := &out[len(out)-1]
			last.below = append(last.below, b)
			continue
		}
		out = append(out, b)
	}
	if p.actions != nil {
		out = append(out, bookmark{name: s.Reading.ActionTitle, at: *p.actions})
	}
	return out
}

// outlines adds the outline of the stages, open, with their steps folded below
// them (ISO 32000-1, 12.3.3), and gives its number.
func (f *finisher) outlines(list []bookmark) int {
	root := f.reserve()
	first, last := f.bookmarks(list, root)
	f.list[root] = []byte("<</Type/Outlines/First " + ref(first) + "/Last " + ref(last) + "/Count " + strconv.Itoa(len(list)) + ">>")
	return root
}

func (f *finisher) bookmarks(list []bookmark, parent int) (first, last int) {
	numbers := make([]int, len(list))
	for i := range list {
		numbers[i] = f.reserve()
	}
	for i, b := range list {
		out := append([]byte("<</Title"), textString(b.name)...)
		out = appendRef(append(out, "/Parent "...), parent)
		if i > 0 {
			out = appendRef(append(out, "/Prev "...), numbers[i-1])
		}
		if i < len(list)-1 {
			out = appendRef(append(out, "/Next "...), numbers[i+1])
		}
		out = f.target(append(out, "/Dest"...), b.at)
		if len(b.below) > 0 {
			from, to := f.bookmarks(b.below, numbers[i])
			out = appendRef(append(out, "/First "...), from)
			out = appendRef(append(out, "/Last "...), to)
			out = strconv.AppendInt(append(out, "/Count -"...), int64(len(b.below)), 10)
		}
		f.list[numbers[i]] = append(out, ">>"...)
	}
	return numbers[0], numbers[len(numbers)-1]
}

// target writes where a bookmark or link leads: a place at the upper left of
// the window, the zoom as it is.
func (f *finisher) target(out []byte, to placed) []byte {
	out = appendRef(append(out, '['), f.pages[to.page])
	out = tenths(append(out, "/XYZ "...), max(to.box.X-targetRoom, 0))
	return append(tenths(out, min(f.heights[to.page]-to.box.Y+targetRoom, f.heights[to.page])), "null]"...)
}

// targetRoom is what is seen beside and above the place a link leads to.
const targetRoom = 6

// links adds the annotations of all pages: from a card's foot to the web, from
// its words to the cards it has to do with. It gives the annotations' numbers
// by page, and the nodes that own them in the order of their keys.
func (f *finisher) links(s *scene.Scene, p *places) (byPage [][]int, owners []*node) {
	byPage = make([][]int, len(f.pages))
	if s.Reading == nil {
		return byPage, nil
	}
	for _, c := range p.cards {
		var web, cards []scene.Link
		for _, l := range s.Reading.Links[c.id] {
			if l.URL != "" {
				web = append(web, l)
			} else if _, shown := p.first[l.Card]; shown {
				cards = append(cards, l)
			}
		}
		upper, lower := c.box, c.box
		switch {
		case len(web) == 0:
		case len(cards) == 0:
		case c.foot < c.box.Bottom():
			upper.H = c.foot - c.box.Y
			lower.Y, lower.H = c.foot, c.box.Bottom()-c.foot
		default: // no foot: the lower half
			upper.H /= 2
			lower.Y, lower.H = lower.Y+upper.H, lower.H-upper.H
		}
		for _, part := range []struct {
			links []scene.Link
			box   scene.Rect
		}{{cards, upper}, {web, lower}} {
			for i, l := range part.links {
				box := part.box
				box.H /= float64(len(part.links))
				box.Y += float64(i) * box.H
				key := -1
				if c.node != repetition && c.node != decoration {
					key = len(f.pages) + len(owners)
				}
				number := f.add(f.annotation(l, placed{c.page, box}, key, p))
				byPage[c.page] = append(byPage[c.page], number)
				if key >= 0 {
					link := c.node.under("Link")
					link.kids = append(link.kids, kid{page: c.page, link: number})
					owners = append(owners, link)
				}
			}
		}
	}
	return byPage, owners
}

// annotation writes a link's annotation (ISO 32000-1, 12.5.6.5); key is its
// place in the structure, or less than 0.
func (f *finisher) annotation(l scene.Link, at placed, key int, p *places) []byte {
	high := f.heights[at.page]
	out := []byte("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[")
	for _, v := range []float64{at.box.X, high - at.box.Bottom(), at.box.Right(), high - at.box.Y} {
		out = tenths(out, v)
	}
	out = append(append(out, "]/Contents"...), textString(l.Words)...)
	if key >= 0 {
		out = strconv.AppendInt(append(out, "/StructParent "...), int64(key), 10)
	}
	if l.URL == "" {
		out = f.target(append(out, "/Dest"...), p.first[l.Card])
	} else {
		out = append(out, "/A<</S/URI/URI<"...)
		out = append(appendHex(out, []byte(l.URL)), ">>>"...)
	}
	return append(out, ">>"...)
}
