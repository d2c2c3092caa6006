package journey

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"footpath/mapmodel"
	"footpath/storage/yamltree"
)

// Schema is the JSON Schema (draft-07) of a map's file, for editors that
// complete and check while one writes. It is made of the table of fields, so
// it names every key the reader knows, with a description and an example, and
// is the same bytes each time. What a schema cannot see (links to nothing,
// doubled ids) only Read finds.
func Schema() []byte {
	root := mappingSchema(shapes[mapmodel.KindHeader])
	schema := object{
		{"$schema", "http://json-schema.org/draft-07/schema#"},
		{"title", "A customer-experience map of Footpath"},
		{"description", "The path a customer walks, stage by stage: what they do, think and feel, touch, what the team learned, and what it could do better."},
	}
	schema = append(schema, root...)
	schema = append(schema, member{"definitions", definitions()})
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(schema); err != nil {
		panic(fmt.Sprintf("the schema cannot be written: %v", err)) // it is made of constants
	}
	return out.Bytes()
}

// object is a JSON object that keeps its order.
type object []member

type member struct {
	key   string
	value any
}

// MarshalJSON writes the members in their order.
func (o object) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	out.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			out.WriteByte(',')
		}
		if err := enc.Encode(m.key); err != nil {
			return nil, err
		}
		out.WriteByte(':')
		if err := enc.Encode(m.value); err != nil {
			return nil, err
		}
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}

func ref(name string) object { return object{{"$ref", "#/definitions/" + name}} }

// told adds what people read to a schema. Beside a reference nothing else
// counts, so that one stands one level down.
func told(s object, doc, example string) object {
	if s[0].key == "$ref" {
		s = object{{"allOf", []object{s}}}
	}
	return append(object{{"description", doc}, {"examples", []any{exampleOf(example)}}}, s...)
}

// exampleOf reads an example as a file writes it.
func exampleOf(text string) any {
	root, mistakes := yamltree.Read([]byte(text+"\n"), file)
	if mistakes != nil {
		panic(fmt.Sprintf("the example %q is no YAML: %v", text, mistakes)) // a constant; a test reads them all
	}
	return plainValue(root)
}

func plainValue(n *yamltree.Node) any {
	switch n.Kind {
	case yamltree.List:
		out := make([]any, len(n.Items))
		for i, item := range n.Items {
			out[i] = plainValue(item)
		}
		return out
	case yamltree.Mapping:
		out := object{}
		for i, item := range n.Items {
			out = append(out, member{n.Keys[i].Text, plainValue(item)})
		}
		return out
	case yamltree.Number:
		return json.Number(strings.TrimPrefix(n.Text, "+"))
	case yamltree.Truth:
		return n.Text == "true"
	default:
		return n.Text
	}
}

// taken are the types of a plain value that the reader takes for a text.
var taken = []string{"string", "number", "boolean"}

func definitions() object {
	id := object{{"type", taken}, {"pattern", fmt.Sprintf(`^[\p{L}\p{M}\p{Nd}._-]{1,%d}$`, maxID)}}
	defs := object{
		{"text", object{{"type", taken}, {"maxLength", mapmodel.MaxText}}},
		{"line", object{{"type", taken}, {"maxLength", mapmodel.MaxName}, {"pattern", `^[^\r\n]*[\r\n]*$`}}},
		{"lines", object{{"anyOf", []object{listSchema(ref("line")), ref("line")}}}},
		{"id", id},
		{"ids", object{{"anyOf", []object{append(listSchema(ref("id")), member{"uniqueItems", true}), ref("id")}}}},
		{"date", object{{"type", "string"}, {"pattern", `^([0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))?$`}}},
		{"picture", object{{"type", "string"}, {"pattern", "^data:(" + strings.Join(mapmodel.FieldNamed(mapmodel.KindPicture, "media").Words, "|") + ");base64,"}}},
		{"conflict", object{
			{"type", "object"},
			{"properties", object{
				{"field", told(ref("line"), "The field that has two values.", "text")},
				{"text", told(ref("text"), "The other value.", "Open the letter")},
			}},
			{"additionalProperties", false},
		}},
	}
	for _, kind := range mapmodel.Kinds() {
		s := shapes[kind]
		switch {
		case s == nil || kind == mapmodel.KindHeader:
		case kind == mapmodel.KindCard:
			defs = append(defs, member{kind.String(), object{{"anyOf", []object{ref("text"), mappingSchema(s)}}}})
		case kind == mapmodel.KindSurvey:
			defs = append(defs, member{kind.String(), append(mappingSchema(s), member{"allOf", scales()})})
		default:
			defs = append(defs, member{kind.String(), mappingSchema(s)})
		}
	}
	return append(defs, member{"cards", object{{"type", "array"}, {"items", ref("card")}}})
}

func listSchema(items object) object {
	return object{{"type", "array"}, {"items", items}, {"maxItems", mapmodel.MaxItems}}
}

// scales says how many counts each kind of survey has, and that counts mean
// nothing without the kind.
func scales() []object {
	out := []object{{{"if", object{{"required", []string{"counts"}}}}, {"then", object{{"required", []string{"kind"}}}}}}
	for _, word := range mapmodel.FieldNamed(mapmodel.KindSurvey, "kind").Words {
		low, high := mapmodel.SurveyKind(word).Scale()
		n := high - low + 1
		out = append(out, object{
			{"if", object{{"required", []string{"kind"}}, {"properties", object{{"kind", object{{"const", word}}}}}}},
			{"then", object{{"properties", object{{"counts", object{{"anyOf", []object{{{"maxItems", 0}}, {{"minItems", n}, {"maxItems", n}}}}}}}}}},
		})
	}
	return out
}

// mappingSchema is the schema of one kind of mapping.
func mappingSchema(s *shape) object {
	var properties object
	for i := range s.entries {
		e := &s.entries[i]
		doc, example, schema := e.doc, e.example, object(nil)
		if e.field != nil {
			doc, example, schema = e.field.Doc, e.field.Example, fieldSchema(e.field)
		} else {
			schema = nestSchema(e.nest)
		}
		properties = append(properties, member{e.name, told(schema, doc, example)})
	}
	out := object{{"type", "object"}, {"properties", properties}, {"additionalProperties", false}}
	if s.kind == mapmodel.KindHeader {
		out = append(out, member{"required", []string{"format"}})
	}
	return out
}

// fieldSchema is the schema of a field's value.
func fieldSchema(f *mapmodel.Field) object {
	whole := object{{"type", "integer"}, {"minimum", f.Min}, {"maximum", f.Max}}
	switch f.Type {
	case mapmodel.Name:
		if isKey(f) {
			return ref("id")
		}
		return ref("line")
	case mapmodel.Date:
		return ref("date")
	case mapmodel.Enum:
		return object{{"enum", f.Words}}
	case mapmodel.Flag:
		return object{{"type", "boolean"}}
	case mapmodel.Whole:
		return whole
	case mapmodel.Names:
		return ref("lines")
	case mapmodel.Ref:
		return ref("id")
	case mapmodel.Refs:
		if slices.Contains(f.Refers, mapmodel.KindEvidence) {
			return object{{"anyOf", []object{listSchema(object{{"anyOf", []object{ref("id"), ref(mapmodel.KindEvidence.String())}}}), ref("id")}}}
		}
		return ref("ids")
	case mapmodel.Counts:
		return listSchema(whole)
	case mapmodel.Conflicts:
		return listSchema(ref("conflict"))
	default:
		return ref("text")
	}
}

// nestSchema is the schema of what stands under a key that is no field.
func nestSchema(n nest) object {
	listOf := func(kind mapmodel.Kind) object { return object{{"type", "array"}, {"items", ref(kind.String())}} }
	byID := func(items object) object {
		return object{{"type", "object"}, {"propertyNames", ref("id")}, {"additionalProperties", items}}
	}
	switch n {
	case nestFormat:
		var formats []string
		for v := 1; v <= Version; v++ {
			formats = append(formats, fmt.Sprintf("footpath/%d", v))
		}
		return object{{"enum", formats}}
	case nestPersonas:
		return listOf(mapmodel.KindPersona)
	case nestLanes:
		return listOf(mapmodel.KindLane)
	case nestStages:
		return listOf(mapmodel.KindStage)
	case nestSteps:
		return listOf(mapmodel.KindStep)
	case nestSurveys:
		return listOf(mapmodel.KindSurvey)
	case nestEvidence:
		return listOf(mapmodel.KindEvidence)
	case nestScores:
		return listOf(mapmodel.KindScore)
	case nestPictures:
		return byID(ref("picture"))
	case nestCells:
		return byID(ref("cards"))
	default: // the inbox, and the cards of a lane
		return ref("cards")
	}
}
