//go:build !nogui

package edit

// Command names something a key, a menu or the palette can do on the board.
type Command string

// The commands of the board. Their menus and keys have the same names.
const (
	Undo      Command = "undo"
	Redo      Command = "redo"
	Cut       Command = "cut"
	Copy      Command = "copy"
	Paste     Command = "paste"
	PasteOne  Command = "paste-one"
	SelectAll Command = "select-all"

	EditText     Command = "edit"
	AddCard      Command = "add-card"
	AddCardAbove Command = "add-card-above"
	AddStage     Command = "add-stage"
	AddStep      Command = "add-step"
	AddLane      Command = "add-lane"
	AddPersona   Command = "add-persona"
	Remove       Command = "delete"
	Duplicate    Command = "duplicate"
	Join         Command = "join"
	Split        Command = "split"
	Details      Command = "details"
	TakeNote     Command = "take-note"
	Inbox        Command = "inbox"

	MoveUp    Command = "move-up"
	MoveDown  Command = "move-down"
	MoveLeft  Command = "move-left"
	MoveRight Command = "move-right"
	StageLeft Command = "stage-left"
	StageOn   Command = "stage-right"
	LaneUpper Command = "lane-up"
	LaneLower Command = "lane-down"
	HideLane  Command = "hide-lane"

	Escape      Command = "escape"
	CommitNext  Command = "commit-next"
	CommitStay  Command = "commit-stay"
	NewLine     Command = "new-line"
	StageNext   Command = "next-stage"
	StageBefore Command = "previous-stage"
	EraseBack   Command = "erase-back"
	EraseOn     Command = "erase-on"
	EraseWord   Command = "erase-word"
	EraseWordOn Command = "erase-word-on"
)

// Mods are the keys held while another is pressed. Command is Ctrl, or Cmd on
// a Mac.
type Mods uint8

// The modifiers.
const (
	Shift Mods = 1 << iota
	Ctrl
	Alt
)

// State is what the board is doing.
type State uint8

// The states.
const (
	Selecting State = iota
	Editing
)

// State tells whether something is being typed.
func (e *Editor) State() State {
	if e.typing != nil {
		return Editing
	}
	return Selecting
}

// Stroke is a key with what is held. Key is the toolkit's name of it:
// "Return", "Prior", "Z".
type Stroke struct {
	Key  string
	Mods Mods
}

// Binding gives a key its command in one state.
type Binding struct {
	State  State
	Stroke Stroke
	Do     Command
}

// Bindings is the table of the board's keys, those that walk and select left
// out: those are Walks.
func Bindings() []Binding {
	var out []Binding
	in := func(state State, key string, mods Mods, do Command) {
		out = append(out, Binding{state, Stroke{key, mods}, do})
	}
	for _, state := range []State{Selecting, Editing} {
		in(state, "Z", Ctrl, Undo)
		in(state, "Z", Ctrl|Shift, Redo)
		in(state, "Y", Ctrl, Redo)
		in(state, "X", Ctrl, Cut)
		in(state, "Delete", Shift, Cut)
		in(state, "C", Ctrl, Copy)
		in(state, "Insert", Ctrl, Copy)
		in(state, "V", Ctrl, Paste)
		in(state, "Insert", Shift, Paste)
		in(state, "V", Ctrl|Shift, PasteOne)
		in(state, "A", Ctrl, SelectAll)
		in(state, "T", Ctrl|Shift, AddStage)
		in(state, "L", Ctrl|Shift, AddLane)
		in(state, "R", Ctrl|Shift, AddPersona)
		in(state, "I", Ctrl|Shift, Inbox)
		in(state, "Escape", 0, Escape)
		in(state, "Tab", 0, StageNext)
		in(state, "Tab", Shift, StageBefore)
		in(state, "Left", Alt|Shift, StageLeft)
		in(state, "Right", Alt|Shift, StageOn)
		in(state, "Up", Alt|Shift, LaneUpper)
		in(state, "Down", Alt|Shift, LaneLower)
	}
	for _, enter := range []string{"Return", "KP_Enter"} {
		in(Selecting, enter, 0, EditText)
		in(Selecting, enter, Ctrl, AddCard)
		in(Selecting, enter, Shift, AddCardAbove)
		in(Editing, enter, 0, CommitNext)
		in(Editing, enter, Shift, NewLine)
		in(Editing, enter, Ctrl, CommitStay)
	}
	in(Selecting, "F2", 0, EditText)
	in(Selecting, "Insert", 0, AddCard)
	in(Selecting, "Delete", 0, Remove)
	in(Selecting, "BackSpace", 0, Remove)
	in(Selecting, "D", Ctrl, Duplicate)
	in(Selecting, "J", Ctrl, Join)
	in(Selecting, "J", Ctrl|Shift, Split)
	in(Selecting, "Space", 0, Details)
	in(Selecting, "E", Ctrl|Shift, TakeNote)
	in(Selecting, "Up", Alt, MoveUp)
	in(Selecting, "Down", Alt, MoveDown)
	in(Selecting, "Left", Alt, MoveLeft)
	in(Selecting, "Right", Alt, MoveRight)
	in(Editing, "BackSpace", 0, EraseBack)
	in(Editing, "BackSpace", Shift, EraseBack)
	in(Editing, "BackSpace", Ctrl, EraseWord)
	in(Editing, "Delete", 0, EraseOn)
	in(Editing, "Delete", Ctrl, EraseWordOn)
	return out
}

// Breaking is what the keys do otherwise while something is being typed and
// Enter begins a new line: for who composes letters with Enter, and for who
// writes long cards.
func Breaking() []Binding {
	var out []Binding
	for _, enter := range []string{"Return", "KP_Enter"} {
		out = append(out, Binding{Editing, Stroke{enter, 0}, NewLine}, Binding{Editing, Stroke{enter, Ctrl}, CommitNext})
	}
	return out
}

// SetEnterBreaks says whether Enter begins a new line while a card is being
// typed. A name has one line: there Enter always ends it.
func (e *Editor) SetEnterBreaks(on bool) { e.breaks = on }

var breaking = func() map[Stroke]Command {
	out := map[Stroke]Command{}
	for _, b := range Breaking() {
		out[b.Stroke] = b.Do
	}
	return out
}()

// walks are the keys that move the selection; with Shift they extend it.
var walks = map[Stroke]Way{
	{"Up", 0}: Up, {"Down", 0}: Down, {"Left", 0}: Left, {"Right", 0}: Right,
	{"Up", Ctrl}: ToUp, {"Down", Ctrl}: ToDown, {"Left", Ctrl}: ToLeft, {"Right", Ctrl}: ToRight,
	{"Home", 0}: ToLeft, {"End", 0}: ToRight, {"Home", Ctrl}: First, {"End", Ctrl}: Last,
	{"Prior", 0}: LaneUp, {"Next", 0}: LaneDown,
}

var bound = func() map[State]map[Stroke]Command {
	out := map[State]map[Stroke]Command{Selecting: {}, Editing: {}}
	for _, b := range Bindings() {
		out[b.State][b.Stroke] = b.Do
	}
	return out
}()

// Press does what a key means now. It tells whether the key has a meaning.
func (e *Editor) Press(s Stroke) bool {
	if do, ok := breaking[s]; ok && e.breaks && e.typing != nil && e.typing.spot.Kind == Card {
		e.Do(do)
		return true
	}
	if do, ok := bound[e.State()][s]; ok {
		e.Do(do)
		return true
	}
	if e.typing != nil {
		return e.steer(s)
	}
	extend := s.Mods&Shift != 0
	way, ok := walks[Stroke{s.Key, s.Mods &^ Shift}]
	if !ok {
		return false
	}
	e.walk(way, extend)
	return true
}

func (e *Editor) walk(way Way, extend bool) {
	to, level := e.still(e.shownOn(way)), e.level
	defer func() {
		switch way {
		case Left, Right, Ahead, Back, ToLeft, ToRight:
			if to.inCell() && level >= 0 {
				e.level = level
			}
		}
	}()
	switch {
	case to.Kind == None:
		return
	case extend && to.inCell() && e.anchor.inCell() && to.Inbox() == e.anchor.Inbox():
		e.reach(to)
	case extend:
		return
	default:
		e.put(to)
	}
	e.p.Changed()
}

// shownOn is the next spot of a walk that is shown; where none is, the walk stays.
func (e *Editor) shownOn(way Way) Spot {
	from := e.cursor
	for {
		to := e.walker().step(from, way)
		switch {
		case to.Kind != Card || !e.p.Hidden(to.ID):
			return to
		case to == from:
			return e.cursor
		case way == Up || way == Down || to.Inbox():
			from = to
		default: // into a lane level with a hidden card: its cell
			return to.cell()
		}
	}
}

// Type takes in one letter.
func (e *Editor) Type(r rune) {
	if e.typing == nil && !e.start(r) {
		return
	}
	e.insert(string(r))
}

func (e *Editor) insert(s string) {
	if !e.typing.buf.Insert(s) {
		e.p.Tell(Notice{Key: "board.text-too-long"})
		return
	}
	e.typing.goal = -1
	e.typing.touched()
	e.p.Changed()
}

// start answers the first letter typed on a selection: it opens a card or a
// name for typing. false where letters mean nothing.
func (e *Editor) start(r rune) bool {
	if r == ' ' {
		return false // Space is the key of the details
	}
	switch e.cursor.Kind {
	case Start:
		e.Do(AddStage)
	case Cell:
		if e.onCurve() {
			return !e.feel(r) && e.sayFeeling()
		}
		e.newCard(e.cursor.cell(), nobody)
	case None:
		return false
	case HeadField:
		if e.cursor.Field == "state" {
			e.p.Tell(Notice{Key: "board.state-keys"}) // it has no letters
			return false
		}
		e.openField(e.cursor)
	default:
		e.editText()
	}
	return e.typing != nil
}
