package words

import "strconv"

// gaps names the arguments of the messages that come with a bare list of them:
// the labels of a map's changes and the board's notices. What is not listed
// has none.
var gaps = map[Key][]string{
	"label.new-map":         {"title"},
	"label.alter":           {"field"},
	"label.add-card":        {"text"},
	"label.add-cards":       {"n"},
	"label.move-cards":      {"n"},
	"label.duplicate-cards": {"n"},
	"label.remove-cards":    {"n"},
	"label.join-cards":      {"n"},
	"label.split-card":      {"n"},
	"label.paste":           {"n"},
	"label.replace":         {"found", "n"},
	"label.add-stage":       {"name"},
	"label.move-stage":      {"name"},
	"label.remove-stage":    {"name"},
	"label.add-step":        {"name"},
	"label.move-step":       {"name"},
	"label.remove-step":     {"name"},
	"label.add-lane":        {"name"},
	"label.move-lane":       {"name"},
	"label.remove-lane":     {"name"},
	"label.add-persona":     {"name"},
	"label.move-persona":    {"name"},
	"label.remove-persona":  {"name"},
	"label.rename":          {"name"},
	"label.set-score":       {"method"},
	"label.take-in":         {"file"},
	"label.restore":         {"moment"},
	BoardPastedCards:        {"n"},
	BoardRemovedCards:       {"n"},
	BoardRemovedLane:        {"name"},
	BoardHidLane:            {"name"},
	BoardRemovedPersona:     {"name"},
	BoardRemovedStage:       {"name"},
	BoardRemovedStep:        {"name"},
}

// abouts are the labels whose further arguments are the name of what was altered and its values before and after, with the field
// they are of.
var abouts = map[Key]string{"label.edit-card": "", "label.set-emotion": "emotion", "label.move-cards": ""}

const (
	labelAdd      Key = "label.add-card"
	labelWordless Key = "label.add-wordless"
	labelAlter    Key = "label.alter"
	labelAbout    Key = "label.about"
	labelFrom     Key = "label.from"
	labelUndo     Key = "label.undo"
	labelRedo     Key = "label.redo"
)

// Label says a message whose arguments come as a bare list: the label of a
// change, so of a step of undo, or a notice of the board. The arguments of
// "label.undo" and "label.redo" are the key and the arguments of what they are
// about. Numbers come written out and are said as the language writes them.
func (l Language) Label(key string, args []string) string {
	k := Key(key)
	switch {
	case k == labelUndo || k == labelRedo:
		if len(args) == 0 {
			return l.Say(k, Args{"what": ""})
		}
		return l.Say(k, Args{"what": l.Label(args[0], args[1:])})
	case k == labelAdd && len(args) > 0 && args[0] == "":
		return l.Say(labelWordless, nil)
	case k == labelAlter && len(args) > 0:
		if len(args) > 1 {
			return l.about(l.Label(key, args[:1]), args[0], args[1:])
		}
		if own := k + "." + Key(args[0]); l.Has(own) { // a field whose change has a name of its own
			return l.Say(own, nil)
		}
		return l.Say(k, Args{"field": l.Field(args[0])})
	}
	if field, told := abouts[k]; told && len(args) > len(gaps[k]) {
		n := len(gaps[k])
		return l.about(l.Label(key, args[:n]), field, args[n:])
	}
	named := Args{}
	for i, name := range gaps[k] {
		if i >= len(args) {
			break
		}
		named[name] = args[i]
		if n, err := strconv.Atoi(args[i]); name == "n" && err == nil {
			named[name] = n
		}
	}
	return l.Say(k, named)
}

// Field is the name of one of a map's fields, such as "owner" or "due", for
// people; a field nobody named here keeps the name it has in files.
func (l Language) Field(name string) string {
	if k := Key("field." + name); l.Has(k) {
		return l.Say(k, nil)
	}
	return name
}

// about adds to what was done the name of what it was done to, and the values before and after where there are.
func (l Language) about(what, field string, args []string) string {
	if args[0] != "" {
		what = l.Say(labelAbout, Args{"what": what, "name": args[0]})
	}
	if len(args) < 3 {
		return what
	}
	return l.Say(labelFrom, Args{"what": what, "before": l.valueOf(field, args[1]), "after": l.valueOf(field, args[2])})
}

// valueOf says a field's value as the details do.
func (l Language) valueOf(field, value string) string {
	if value == "" {
		return "–"
	}
	if key := Key("details." + field + "." + value); l.Has(key) {
		return l.Say(key, nil)
	}
	n, err := strconv.Atoi(value)
	switch {
	case err != nil:
		return value
	case field == "emotion" && n > 0:
		return "+" + l.Number(n)
	}
	return l.Number(n)
}
