package theme

import (
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"footpath/mapmodel"
	"footpath/mapmodel/picture"
	"footpath/storage/yamltree"
)

// reader makes a theme of a tree, noting every mistake on the way.
type reader struct {
	yamltree.Reader
	open func(name string) ([]byte, error)
}

// keys are those of a theme, in the order files have.
var keys = []string{"format", "name", "base", "logo", "confidentiality", "colours", "lanes"}

func (r *reader) theme(root *yamltree.Node) Theme {
	t := Theme{Base: bases()[0], Colours: map[string]Colour{}, Lanes: map[mapmodel.LaneKind]Colour{}}
	if root.Kind != yamltree.Mapping {
		r.Blame(root, "a theme's file is a mapping that begins with \"format: %s\", not %s", file.Format, root.Found())
		return t
	}
	if !r.format(root) {
		return t
	}
	seen := map[string]*yamltree.Node{}
	for i, key := range root.Keys {
		if r.Double(seen, key) {
			continue
		}
		switch n := root.Items[i]; key.Text {
		case "format":
		case "name":
			t.Name = r.short(key.Text, n)
		case "base":
			t.Base = r.base(n)
		case "logo":
			t.Logo = r.logo(n)
		case "confidentiality":
			t.Confidentiality = r.short(key.Text, n)
		case "colours":
			r.colours(n, key.Text, []string{Page, Text, Accent, Curve}, func(name string, c Colour) { t.Colours[name] = c })
		case "lanes":
			kinds := mapmodel.FieldNamed(mapmodel.KindLane, "kind").Words
			r.colours(n, key.Text, kinds, func(name string, c Colour) { t.Lanes[mapmodel.LaneKind(name)] = c })
		default:
			r.Unknown(key, "a theme", keys)
		}
	}
	if seen["name"] == nil {
		r.Blame(root, "a theme needs a name: whose it is, said to who cannot see the logo")
	}
	return t
}

// format tells whether the file is one that can be read. Of a newer format
// nothing more is said: its keys are no mistakes.
func (r *reader) format(root *yamltree.Node) bool {
	i := slices.IndexFunc(root.Keys, func(key *yamltree.Node) bool { return key.Text == "format" })
	if i < 0 {
		r.Blame(root, "a theme's file begins with \"format: %s\"", file.Format)
		return true
	}
	n := root.Items[i]
	number, ours := strings.CutPrefix(n.Text, "footpath-theme/")
	version, err := strconv.Atoi(number)
	switch {
	case !n.Scalar() || !ours || err != nil || version < 1 || number != strconv.Itoa(version):
		r.Blame(n, "format must be %s, not %s", file.Format, n.Found())
	case version > Version:
		r.Mistakes = nil
		r.Blame(n, "made for a newer Footpath (footpath-theme/%d); this one reads up to %s", version, file.Format)
		return false
	}
	return true
}

// short reads a line that must find room on every page.
func (r *reader) short(called string, n *yamltree.Node) string {
	line := strings.TrimSpace(r.Line(called, n))
	if length := utf8.RuneCountInString(line); length > MaxLine {
		r.Blame(n, "%s has %d characters; it can have %d, since it stands on every page", called, length, MaxLine)
	}
	if line == "" && n.Kind == yamltree.Text {
		r.Blame(n, "%s is empty; write it, or leave the line out", called)
	}
	return line
}

func (r *reader) base(n *yamltree.Node) string {
	base := r.Line("base", n)
	if (base != "" || n.Kind == yamltree.Text) && !slices.Contains(bases(), base) {
		r.Blame(n, "base must be %s, not %s", yamltree.Listed(bases(), "or"), n.Found())
	}
	return base
}

// logo reads a picture from a file or a data address.
func (r *reader) logo(n *yamltree.Node) string {
	name := r.Line("logo", n)
	if name == "" {
		if n.Kind == yamltree.Text {
			r.Blame(n, "logo is empty; name a file, or leave the line out")
		}
		return ""
	}
	data, err := r.bytes(name)
	if err == nil {
		_, data, err = picture.Clean(data)
		if errors.Is(err, picture.ErrNone) {
			err = fmt.Errorf("%w; save it as one", err)
		}
	}
	if err != nil {
		if strings.HasPrefix(name, "data:") {
			name = "in the data address"
		} else {
			name = yamltree.InText(name)
		}
		r.Blame(n, "the logo %s cannot be shown: %v", name, err)
		return ""
	}
	return string(data)
}

// bytes gives a logo's file. Its errors go on a sentence about "it".
func (r *reader) bytes(name string) ([]byte, error) {
	const web, data, packed = "://", "data:", ";base64,"
	switch {
	case strings.HasPrefix(name, data):
		_, text, ok := strings.Cut(name, packed)
		// Lines that an editor has broken come back with spaces in them.
		out, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(text), ""))
		if !ok || err != nil {
			return nil, errors.New("it must read \"data:image/png;base64,\" and the picture in base64")
		}
		return out, nil
	case strings.Contains(name, web):
		return nil, errors.New("nothing is fetched from the web; save it beside the theme and name the file")
	}
	out, err := r.open(name)
	var path *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, errors.New("there is no such file; its name counts from the theme's own folder")
	case errors.As(err, &path):
		return nil, path.Err
	}
	return out, err
}

// colours reads a mapping from names to colours.
func (r *reader) colours(n *yamltree.Node, called string, names []string, set func(name string, c Colour)) {
	if n.Kind == yamltree.Nothing {
		return
	}
	if n.Kind != yamltree.Mapping {
		r.Blame(n, "%s must be a mapping from a name to a colour, not %s", called, n.Found())
		return
	}
	seen := map[string]*yamltree.Node{}
	for i, key := range n.Keys {
		switch {
		case r.Double(seen, key):
		case !slices.Contains(names, key.Text):
			r.Unknown(key, called, names)
		default:
			if c, ok := r.colour(key.Text, n.Items[i]); ok {
				set(key.Text, c)
			}
		}
	}
}

// colour reads "#24476B" or "#246"; the mark may be missing.
func (r *reader) colour(called string, n *yamltree.Node) (Colour, bool) {
	digits := strings.TrimPrefix(n.Text, "#")
	if len(digits) == 3 {
		digits = strings.Join([]string{digits[:1], digits[:1], digits[1:2], digits[1:2], digits[2:], digits[2:]}, "")
	}
	v, err := strconv.ParseUint(digits, 16, 32)
	switch {
	case n.Kind == yamltree.Nothing:
		r.Blame(n, "%s has no colour: without quotes a # begins a comment; write it as \"#24476B\", quotes and all", called)
	case !n.Scalar() || len(digits) != 6 || err != nil:
		r.Blame(n, "%s must be a colour such as \"#24476B\", not %s", called, n.Found())
	default:
		return Colour(v), true
	}
	return 0, false
}
