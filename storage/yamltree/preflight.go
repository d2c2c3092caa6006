package yamltree

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// preflight looks at a file before the parser does. It refuses what would cost
// the parser minutes or all memory, and what the parser would read wrongly
// without a word. It gives the text with "\n" at the end of lines, and whether
// the mistakes it found make parsing pointless or dangerous.
func preflight(data []byte, file File) (text []byte, mistakes Mistakes, stop bool) {
	refuse := func(line, column int, format string, args ...any) ([]byte, Mistakes, bool) {
		return nil, append(mistakes, Mistake{line, column, fmt.Sprintf(format, args...)}), true
	}
	if len(data) > file.MaxBytes {
		return refuse(1, 1, "the file has %s; %s can have %s", Size(len(data)), file.called(), Size(file.MaxBytes))
	}
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return refuse(1, 1, "the file is written in UTF-16; save it as UTF-8")
	}
	text = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if bytes.IndexByte(text, '\r') >= 0 { // to YAML, each of the three ends a line
		text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
		text = bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
	}
	if at, size := firstBad(text); at >= 0 {
		line, column := position(text, at)
		if size == 0 {
			return refuse(line, column, "a byte here (0x%02x) is not UTF-8 text; save the file as UTF-8", text[at])
		}
		c, _ := utf8.DecodeRune(text[at:])
		return refuse(line, column, "the character U+%04X cannot stand in a file; in double quotes it is written %s", c, escaped(c))
	}
	if len(bytes.TrimSpace(text)) == 0 {
		return refuse(1, 1, "%s", file.empty())
	}
	if text[len(text)-1] != '\n' { // the parser stumbles over a last line without an end
		text = append(text[:len(text):len(text)], '\n')
	}
	l := lexer{src: text, file: file, line: 1}
	l.run()
	return text, append(mistakes, l.mistakes...), l.spoilt
}

// firstBad finds the first byte that is not UTF-8 (size 0) or the first
// character that YAML does not allow in a file, or gives -1.
func firstBad(text []byte) (at, size int) {
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			if c < ' ' && c != '\n' && c != '\t' || c == 0x7f {
				return i, 1
			}
			i++
			continue
		}
		r, n := utf8.DecodeRune(text[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			return i, 0
		case r < 0xa0 && r != '\u0085', r == '\ufffe', r == '\uffff', r == '\ufeff':
			return i, n
		}
		i += n
	}
	return -1, 0
}

// escaped writes a character as it stands in double quotes.
func escaped(c rune) string { return fmt.Sprintf(`\u%04x`, c) }

// position counts lines and characters up to a byte.
func position(text []byte, at int) (line, column int) {
	before := text[:at]
	start := bytes.LastIndexByte(before, '\n') + 1
	return 1 + bytes.Count(before, []byte("\n")), 1 + utf8.RuneCount(before[start:])
}
