package pagecheck

import (
	"strings"
	"testing"
)

func TestATargetThatIsNoPageIsAFault(t *testing.T) {
	page := object{Value: map[string]any{"/Type": "/Page", "/MediaBox": []any{0.0, 0.0, 100.0, 50.0}}}
	entry := func(dest ...any) object { return object{Value: map[string]any{"/Title": "u:Notice", "/Dest": dest}} }
	link := func(dest ...any) object { return object{Value: map[string]any{"/Subtype": "/Link", "/Dest": dest}} }
	web := object{Value: map[string]any{"/Subtype": "/Link", "/A": map[string]any{"/URI": "u:https://example.org"}}}
	for name, c := range map[string]struct {
		bookmark, link object
		want           string
	}{
		"all is well":               {entry("1 0 R", "/XYZ", 10.0, 40.0, nil), link("1 0 R", "/XYZ", 0.0, 50.0, nil), ""},
		"a link to the web":         {entry("1 0 R", "/XYZ", 10.0, 40.0, nil), web, ""},
		"a bookmark to no page":     {entry("9 0 R", "/XYZ", 10.0, 40.0, nil), web, `the bookmark u:Notice leads to no page`},
		"a link to the catalogue":   {entry("1 0 R", "/XYZ", 10.0, 40.0, nil), link("2 0 R", "/XYZ", 0.0, 50.0, nil), "a link leads to no page"},
		"a link without a target":   {entry("1 0 R", "/XYZ", 10.0, 40.0, nil), link(), "a link leads to no page"},
		"a link beside the page":    {entry("1 0 R", "/XYZ", 10.0, 40.0, nil), link("1 0 R", "/XYZ", 101.0, 50.0, nil), "a link leads beside its page"},
		"a link that says no place": {entry("1 0 R", "/XYZ", 10.0, 40.0, nil), link("1 0 R", "/XYZ", nil, nil, nil), "a link leads to no place"},
	} {
		catalogue := object{Value: map[string]any{"/Type": "/Catalog", "/Outlines": map[string]any{"/First": "3 0 R"}}}
		o := Objects{map[string]object{
			"trailer": {Value: map[string]any{"/Root": "2 0 R"}}, "obj:1 0 R": page, "obj:2 0 R": catalogue, "obj:3 0 R": c.bookmark, "obj:4 0 R": c.link,
		}}
		found := o.targets()
		if c.want == "" && len(found) > 0 || c.want != "" && (len(found) != 1 || !strings.HasPrefix(found[0], c.want)) {
			t.Errorf("%s: %q", name, found)
		}
	}
}
