package mapmodel

import (
	"strconv"
	"strings"
)

// maxSlug is the longest key that is made from a text, in bytes.
const maxSlug = 40

// folded are the letters of the languages Footpath speaks that have a plain
// spelling; other letters stand as they are.
var folded = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "é", "e", "è", "e", "ê", "e", "á", "a", "à", "a", "â", "a", "ç", "c", "ñ", "n", "ó", "o", "ô", "o", "í", "i", "ú", "u", "å", "a", "ø", "o", "æ", "ae")

// Slug makes a key for a record from its text: small letters, digits and
// hyphens, at most 40 bytes, different from every key that is taken. A text
// without any letter gives the kind's name.
func Slug(text string, kind Kind, taken func(string) bool) string {
	var b strings.Builder
	for _, c := range folded.Replace(strings.ToLower(text)) {
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			b.WriteRune(c)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() >= maxSlug {
			break
		}
	}
	slug := strings.Trim(b.String(), "-")
	if slug == "" || slug[0] >= '0' && slug[0] <= '9' {
		slug = strings.Trim(kind.String()+"-"+slug, "-")
	}
	if !taken(slug) {
		return slug
	}
	for n := 2; ; n++ {
		if next := slug + "-" + strconv.Itoa(n); !taken(next) {
			return next
		}
	}
}

// NameOf is the text by which people know a record.
func NameOf(r Record) string {
	switch r := r.(type) {
	case *Header:
		return r.Title
	case *Persona:
		return r.Name
	case *Lane:
		if r.Name == "" {
			return string(r.LaneKind)
		}
		return r.Name
	case *Stage:
		return r.Name
	case *Step:
		return r.Name
	case *Card:
		return r.Text
	case *Evidence:
		return strings.TrimSpace(string(r.EvidenceKind) + " " + r.Source)
	case *Survey:
		return string(r.SurveyKind)
	case *Score:
		return r.Method
	}
	return ""
}
