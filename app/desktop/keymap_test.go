//go:build !nogui

package desktop

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"footpath/app/desktop/board/edit"
	"footpath/app/words"
	"footpath/mapmodel"
)

// The states a key may be pressed in.
const (
	onHome    = "home"
	selecting = "select"
	typing    = "edit"
	presented = "present"
)

// keyRow is a row of the map of keys: in a state, from a place, these keys do this.
type keyRow struct {
	state string
	keys  string // the key, or several to press one after the other
	from  func(*stage)
	does  func(*stage) string // what is wrong, or nothing
}

// Where a row begins.

func card(text string) func(*stage) {
	return func(s *stage) { s.Board().Select(cardOf(s.Document().Map(), text)) }
}

func cell(column, lane string) func(*stage) {
	return func(s *stage) {
		s.Board().SelectCell(columnOf(s.Document().Map(), column), laneOf(s.Document().Map(), lane))
	}
}

func head(name string) func(*stage) {
	return func(s *stage) { s.Board().Select(columnOf(s.Document().Map(), name)) }
}

func lane(kind string) func(*stage) {
	return func(s *stage) { s.Board().Select(laneOf(s.Document().Map(), kind)) }
}

// after does one thing after the other.
func after(first ...func(*stage)) func(*stage) {
	return func(s *stage) {
		for _, do := range first {
			do(s)
		}
	}
}

func press(keys ...string) func(*stage) {
	return func(s *stage) {
		for _, k := range keys {
			s.hit(k)
		}
	}
}

func write(text string) func(*stage) { return func(s *stage) { s.write(text) } }

func run(name string) func(*stage) {
	return func(s *stage) {
		s.Run(name)
		s.settle()
	}
}

func clip(text string) func(*stage) { return func(s *stage) { s.app.Clipboard().SetContent(text) } }

// What a row does.

func holds(column, lane string, want ...string) func(*stage) string {
	return func(s *stage) string {
		if got := s.cellTexts(column, lane); !slices.Equal(got, want) {
			return fmt.Sprintf("%s, %s holds %q, want %q", column, lane, got, want)
		}
		return ""
	}
}

func chosen(want ...string) func(*stage) string {
	return func(s *stage) string {
		if got := s.chosen(); !slices.Equal(got, want) {
			return fmt.Sprintf("selected are %q, want %q", got, want)
		}
		return ""
	}
}

// at says what the status bar calls the place of the selection.
func at(place string) func(*stage) string {
	return func(s *stage) string {
		if got := s.Board().Status().Place; got != place {
			return fmt.Sprintf("selected is %q, want %q", got, place)
		}
		return ""
	}
}

func is(what string, holds func(*stage) bool) func(*stage) string {
	return func(s *stage) string {
		if !holds(s) {
			return "not " + what
		}
		return ""
	}
}

func asks(title string) func(*stage) string {
	return func(s *stage) string {
		if got := s.sheet().Title(); got != title {
			return fmt.Sprintf("the sheet is %q, want %q", got, title)
		}
		return ""
	}
}

func stages(want ...string) func(*stage) string {
	return func(s *stage) string {
		var got []string
		for st := range s.Document().Map().Stages() {
			got = append(got, st.Name)
		}
		if !slices.Equal(got, want) {
			return fmt.Sprintf("the stages are %q, want %q", got, want)
		}
		return ""
	}
}

func lanes(want ...string) func(*stage) string {
	return func(s *stage) string {
		var got []string
		for l := range s.Document().Map().Lanes() {
			name := string(l.LaneKind)
			if l.Name != "" {
				name = l.Name
			}
			got = append(got, name)
		}
		if got = got[:len(want)]; !slices.Equal(got, want) {
			return fmt.Sprintf("the lanes begin with %q, want %q", got, want)
		}
		return ""
	}
}

func feels(text string, want int) func(*stage) string {
	return func(s *stage) string {
		c := mapmodel.Find[*mapmodel.Card](s.Document().Map(), cardOf(s.Document().Map(), text))
		if c == nil || c.Emotion != mapmodel.N(want) {
			return fmt.Sprintf("%q feels %+v, want %d", text, c, want)
		}
		return ""
	}
}

func zoomed(percent int) func(*stage) string {
	return func(s *stage) string {
		if got := s.Board().Status().Zoom; got != percent {
			return fmt.Sprintf("the zoom is %d %%, want %d %%", got, percent)
		}
		return ""
	}
}

func all(checks ...func(*stage) string) func(*stage) string {
	return func(s *stage) string {
		var wrong []string
		for _, check := range checks {
			if w := check(s); w != "" {
				wrong = append(wrong, w)
			}
		}
		return strings.Join(wrong, "; ")
	}
}

// shows says which slide of the presentation a room sees, by its stage.
func shows(name string) func(*stage) string {
	return func(s *stage) string {
		if s.showing == nil {
			return "nothing is presented"
		}
		if got := s.showing.StageName(); got != name {
			return fmt.Sprintf("the room sees %q, want %q", got, name)
		}
		return ""
	}
}

var (
	menuOpen     = is("a menu", func(s *stage) bool { return s.win.Canvas().Overlays().Top() != nil })
	editing      = is("typing", func(s *stage) bool { return s.Board().Editing() })
	quiet        = is("done with typing", func(s *stage) bool { return !s.Board().Editing() })
	showsOpening = is("the opening", func(s *stage) bool { return s.showing != nil && s.showing.Opening() })
	elsewhere    = is("out of the board", func(s *stage) bool { return s.win.Canvas().Focused() != fyne.Focusable(s.Board()) })
)

// given says how many dots a room has given that votes.
func given(n int) func(*stage) string {
	return func(s *stage) string {
		if s.showing == nil || !s.showing.Voting() {
			return "nobody votes"
		}
		if got := s.showing.Given(); got != n {
			return fmt.Sprintf("%d dots are given, want %d", got, n)
		}
		return ""
	}
}

// voted says how many votes cards have, by their words; -1 for none counted. The vote is over.
func voted(pairs ...any) func(*stage) string {
	return func(s *stage) string {
		if s.showing.Voting() {
			return "the room still votes"
		}
		m := s.Document().Map()
		for i := 0; i < len(pairs); i += 2 {
			got, want := m.Votes(cardOf(m, pairs[i].(string))), pairs[i+1].(int)
			if got.Known != (want >= 0) || got.Known && got.Value != want {
				return fmt.Sprintf("%q has %+v votes, want %d", pairs[i], got, want)
			}
		}
		return ""
	}
}

func TestEveryKeyDoesWhatItsRowSays(t *testing.T) {
	for _, row := range slices.Concat(homeRows, windowRows, walkingRows, changingRows, typingRows, presentingRows) {
		t.Run(row.state+" "+row.keys, func(t *testing.T) {
			s := newStage(t)
			switch row.state {
			case onHome:
				s.start().typist()
			default:
				s.room()
				card("b")(s)
			}
			if row.state == presented {
				press("F5")(s)
				s.atRoom = true
			}
			if row.from != nil {
				row.from(s)
			}
			s.settle()
			if s.Document() != nil && row.state != presented && (row.state == typing) != s.Board().Editing() {
				t.Fatalf("the row begins in another state: typing is %v", s.Board().Editing())
			}
			press(strings.Fields(row.keys)...)(s)
			if wrong := row.does(s); wrong != "" {
				t.Error(wrong)
			}
		})
	}
}

func TestEveryKeyHasARow(t *testing.T) {
	s := newStage(t).start()
	rows := map[string]map[edit.Stroke]bool{onHome: {}, selecting: {}, typing: {}, presented: {}}
	for _, row := range slices.Concat(homeRows, windowRows, walkingRows, changingRows, typingRows, presentingRows) {
		for _, k := range strings.Fields(row.keys) {
			rows[row.state][parseStroke(k)] = true
		}
	}
	need := func(state string, key edit.Stroke, what string) {
		if !rows[state][key] {
			t.Errorf("%s: %s (%s) has no row in the test of keys", state, keyName(words.English, key), what)
		}
	}
	for i := range s.table {
		c := &s.table[i]
		for _, key := range c.strokes() {
			if c.where&atHome != 0 && (shortcutOf(key) != nil || c.where&atMap == 0) {
				need(onHome, key, c.name)
			}
			if c.where&atMap != 0 {
				need(selecting, key, c.name)
			}
		}
	}
	for _, b := range edit.Bindings() {
		state := selecting
		if b.State == edit.Editing {
			state = typing
		}
		need(state, b.Stroke, string(b.Do))
	}
	inState := map[words.Key]string{words.MannerSelecting: selecting, words.MannerTyping: typing, words.MannerPresenting: presented}
	for _, group := range manners {
		for _, m := range group.list {
			for _, key := range each(m.keys) {
				need(inState[group.title], key, string(m.what))
			}
		}
	}
}

// each lists the keys that one stands for where keys are explained.
func each(strokes []edit.Stroke) []edit.Stroke {
	var out []edit.Stroke
	for _, s := range strokes {
		names := []string{s.Key}
		switch s.Key {
		case anyArrow:
			names = []string{"Up", "Down", "Left", "Right"}
		case anyLetter:
			names = []string{"X"}
		case anyDigit:
			names = []string{"1", "2", "3", "4", "5"}
		}
		for _, name := range names {
			out = append(out, edit.Stroke{Key: name, Mods: s.Mods})
		}
	}
	return out
}
