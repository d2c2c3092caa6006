package mapmodel

import "slices"

// Type is the shape of a field's value, and so what Field.Pointer points to.
type Type uint8

// The types of fields.
const (
	Text      Type = iota + 1 // *string, any lines, at most MaxText bytes
	Name                      // *string, one line, at most MaxName bytes
	Date                      // *string, "2006-01-02" or empty
	Enum                      // *string, one of Field.Words or empty
	Flag                      // *bool
	Whole                     // *Number, Field.Min to Field.Max
	Names                     // *[]string, each one line
	Ref                       // *ID of a record of one of Field.Refers
	Refs                      // *[]ID of records of one of Field.Refers, none twice
	Counts                    // *[]int, answers per score
	Conflicts                 // *[]Conflict
	Order                     // *Rank
	Blob                      // *string, bytes that the store keeps apart, by their SHA-256
)

// Field is one row of the table of fields: what the codecs, the schema, diff,
// merge, find-and-replace, the details and the docs know of a field.
type Field struct {
	// Number stands in stored records; within a kind none is ever used twice.
	Number int
	// Name is the field's key in files.
	Name string
	Type Type
	// Min and Max bound a Whole, both inclusive.
	Min, Max int
	// Words are what an Enum may say.
	Words []string
	// Refers lists the kinds that a Ref or Refs may point to.
	Refers []Kind
	// Place is true for fields that say where a record stands, which files
	// show by nesting rather than by a key.
	Place bool
	// Local is true for fields that belong to the library and never stand in
	// a file.
	Local bool
	// Code is true for a text that programs read, such as a language's tag:
	// nobody searches in it.
	Code bool
	// Doc is one sentence for people; Example is a value as a file writes it.
	Doc, Example string

	at func(Record) any
}

// Pointer gives the address of the field's value in the record, of the type
// that Field.Type names. A record that is in a map must not be written through
// it; a fresh record or a draft may. The record must be of the field's kind.
func (f *Field) Pointer(r Record) any { return f.at(r) }

// Fields is the table of fields of a kind, in the order files write them. It
// is shared and must not be altered. Unknown kinds have the common fields.
func Fields(kind Kind) []Field {
	if int(kind) < len(fieldTable) && fieldTable[kind] != nil {
		return fieldTable[kind]
	}
	return commonFields
}

// FieldNamed finds a field of a kind by its name in files, or nil.
func FieldNamed(kind Kind, name string) *Field {
	table := Fields(kind)
	for i := range table {
		if table[i].Name == name {
			return &table[i]
		}
	}
	return nil
}

// IsZero tells whether the record says nothing in this field.
func (f *Field) IsZero(r Record) bool {
	switch p := f.at(r).(type) {
	case *string:
		return *p == ""
	case *bool:
		return !*p
	case *Number:
		return !p.Known
	case *[]string:
		return len(*p) == 0
	case *ID:
		return p.IsZero()
	case *[]ID:
		return len(*p) == 0
	case *[]int:
		return len(*p) == 0
	case *[]Conflict:
		return len(*p) == 0
	case *Rank:
		return *p == ""
	}
	return true
}

// Equal tells whether two records of the field's kind say the same in it.
func (f *Field) Equal(a, b Record) bool {
	switch p := f.at(a).(type) {
	case *string:
		return *p == *f.at(b).(*string)
	case *bool:
		return *p == *f.at(b).(*bool)
	case *Number:
		return *p == *f.at(b).(*Number)
	case *[]string:
		return slices.Equal(*p, *f.at(b).(*[]string))
	case *ID:
		return *p == *f.at(b).(*ID)
	case *[]ID:
		return slices.Equal(*p, *f.at(b).(*[]ID))
	case *[]int:
		return slices.Equal(*p, *f.at(b).(*[]int))
	case *[]Conflict:
		return slices.Equal(*p, *f.at(b).(*[]Conflict))
	case *Rank:
		return *p == *f.at(b).(*Rank)
	}
	return true
}

// Copy sets the field of dst, a draft, to what src says. Slices are shared,
// which is safe because nothing writes into a slice of a record.
func (f *Field) Copy(dst, src Record) {
	switch p := f.at(dst).(type) {
	case *string:
		*p = *f.at(src).(*string)
	case *bool:
		*p = *f.at(src).(*bool)
	case *Number:
		*p = *f.at(src).(*Number)
	case *[]string:
		*p = *f.at(src).(*[]string)
	case *ID:
		*p = *f.at(src).(*ID)
	case *[]ID:
		*p = *f.at(src).(*[]ID)
	case *[]int:
		*p = *f.at(src).(*[]int)
	case *[]Conflict:
		*p = *f.at(src).(*[]Conflict)
	case *Rank:
		*p = *f.at(src).(*Rank)
	}
}

// SameFields tells whether two records of one kind agree in every field, known
// and kept. IDs are not fields.
func SameFields(a, b Record) bool {
	if a == b {
		return true
	}
	if a.Kind() != b.Kind() || a.Base().Kept != b.Base().Kept {
		return false
	}
	table := Fields(a.Kind())
	for i := range table {
		if !table[i].Equal(a, b) {
			return false
		}
	}
	return true
}

// refFields are the fields of each kind that link to other records.
var refFields = func() [][]*Field {
	out := make([][]*Field, len(fieldTable))
	for kind := range fieldTable {
		for i := range fieldTable[kind] {
			if f := &fieldTable[kind][i]; f.Type == Ref || f.Type == Refs {
				out[kind] = append(out[kind], f)
			}
		}
	}
	return out
}()

func linkFields(kind Kind) []*Field {
	if int(kind) < len(refFields) {
		return refFields[kind]
	}
	return nil
}
