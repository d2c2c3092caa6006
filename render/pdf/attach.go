package pdf

import (
	"crypto/md5" // the check sum that the format names; it guards against nobody
	"strconv"
	"strings"
)

// Options are what a file holds beside its pages.
type Options struct {
	// Attachment is a file inside of the file, for programs and people to take
	// out again: what the pages were made of. Nil attaches nothing.
	Attachment []byte
	// AttachmentName is its file name, AttachmentType its media type.
	AttachmentName, AttachmentType string
}

// attach adds the attachment (ISO 32000-2, 14.13: an associated file, the
// source of the document) and gives the number of its description.
func (f *finisher) attach(o Options) int {
	sum := md5.Sum(o.Attachment)
	dict := "/Type/EmbeddedFile"
	if o.AttachmentType != "" {
		dict += "/Subtype" + name(o.AttachmentType)
	}
	dict += "/Params<</Size " + strconv.Itoa(len(o.Attachment)) + "/CheckSum<" + string(appendHex(nil, sum[:])) + ">>>"
	file := f.add(f.stream(dict, o.Attachment))
	said := string(textString(o.AttachmentName))
	return f.add([]byte("<</Type/Filespec/F" + said + "/UF" + said + "/AFRelationship/Source/EF<</F " + ref(file) + "/UF " + ref(file) + ">>>>"))
}

// name writes a text as a PDF name.
func name(s string) string {
	var out strings.Builder
	out.WriteByte('/')
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '-', c == '.', c == '+':
			out.WriteByte(c)
		default:
			out.WriteByte('#')
			out.Write(appendHex(nil, []byte{c}))
		}
	}
	return out.String()
}
