package journey

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"footpath/mapmodel"
	"footpath/mapmodel/mapgen"

	"github.com/santhosh-tekuri/jsonschema/v6"
	yaml "go.yaml.in/yaml/v4"
	"pgregory.net/rapid"
)

type failer interface {
	Helper()
	Fatal(args ...any)
}

func compiled(t failer) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft7)
	if err := c.AddResource("journey.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("journey.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// instance is a file as an editor hands it to a schema: the words of a second
// reader, with YAML 1.2's types, in which a date is a text.
func instance(n *yaml.Node) (any, error) {
	switch n.Kind {
	case yaml.SequenceNode:
		out := make([]any, len(n.Content))
		for i, item := range n.Content {
			v, err := instance(item)
			if err != nil {
				return nil, err
			}
			out[i] = v
		}
		return out, nil
	case yaml.MappingNode:
		out := map[string]any{}
		for i := 0; i < len(n.Content); i += 2 {
			v, err := instance(n.Content[i+1])
			if err != nil {
				return nil, err
			}
			out[n.Content[i].Value] = v
		}
		return out, nil
	case yaml.ScalarNode:
		switch n.ShortTag() {
		case "!!null":
			return nil, nil
		case "!!bool":
			return strings.ToLower(n.Value) == "true", nil
		case "!!int", "!!float":
			var number float64
			if err := n.Decode(&number); err != nil {
				return nil, err
			}
			return json.Number(fmt.Sprint(number)), nil
		default:
			return n.Value, nil
		}
	default:
		return nil, fmt.Errorf("kind %d", n.Kind)
	}
}

func valid(schema *jsonschema.Schema, file []byte) error {
	root, err := second(file)
	if err != nil {
		return err
	}
	v, err := instance(root)
	if err != nil {
		return err
	}
	return schema.Validate(v)
}

func TestEveryFileWrittenIsValid(t *testing.T) {
	schema := compiled(t)
	rapid.Check(t, func(t *rapid.T) {
		file := compose(mapgen.Map(t))
		if err := valid(schema, file); err != nil {
			t.Fatalf("%v\n%s", err, file)
		}
	})
}

func TestTheSchemaIsDraft07AndTheSameEachTime(t *testing.T) {
	first := Schema()
	if !bytes.Equal(first, Schema()) {
		t.Error("two schemas differ")
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(first))
	if err != nil {
		t.Fatal(err)
	}
	if err := jsonschema.NewCompiler().MustCompile("http://json-schema.org/draft-07/schema").Validate(doc); err != nil {
		t.Error(err)
	}
}

// keys visits the properties of every mapping in the schema.
func keys(t *testing.T, at string, v any, visit func(at string, property map[string]any)) {
	switch v := v.(type) {
	case map[string]any:
		properties, isMapping := v["properties"].(map[string]any)
		if _, isCondition := v["additionalProperties"]; isMapping && isCondition {
			for name, p := range properties {
				visit(at+"/"+name, p.(map[string]any))
			}
		}
		for name, item := range v {
			keys(t, at+"/"+name, item, visit)
		}
	case []any:
		for i, item := range v {
			keys(t, fmt.Sprintf("%s/%d", at, i), item, visit)
		}
	}
}

func TestEveryKeyHasADescriptionAndAnExampleThatIsValid(t *testing.T) {
	var schema map[string]any
	if err := json.Unmarshal(Schema(), &schema); err != nil {
		t.Fatal(err)
	}
	n := 0
	keys(t, "", schema, func(at string, p map[string]any) {
		n++
		if doc, _ := p["description"].(string); doc == "" {
			t.Errorf("%s has no description", at)
		}
		examples, _ := p["examples"].([]any)
		if len(examples) == 0 {
			t.Errorf("%s has no example", at)
			return
		}
		c := jsonschema.NewCompiler()
		c.DefaultDraft(jsonschema.Draft7)
		part := map[string]any{"definitions": schema["definitions"], "allOf": []any{p}}
		if err := c.AddResource("part.json", part); err != nil {
			t.Fatal(err)
		}
		for _, example := range examples {
			if err := c.MustCompile("part.json").Validate(example); err != nil {
				t.Errorf("the example of %s: %v", at, err)
			}
		}
	})
	want := 2 // of a conflict
	for _, s := range shapes {
		want += len(s.entries)
	}
	if n != want {
		t.Errorf("the schema has %d keys, the vocabulary %d", n, want)
	}
}

func TestEveryWordOfTheDesignsVocabularyIsKnown(t *testing.T) {
	for kind, words := range map[mapmodel.Kind]string{
		mapmodel.KindHeader:   "format title scenario expectations state owner team date version language personas lanes stages inbox evidence pictures",
		mapmodel.KindPersona:  "id name role goals quote picture",
		mapmodel.KindLane:     "id name kind hidden prompt",
		mapmodel.KindStage:    "id name description surveys tasks feelings touchpoints insights opportunities lanes steps",
		mapmodel.KindStep:     "id name description tasks feelings touchpoints insights opportunities lanes",
		mapmodel.KindCard:     "id text emotion mood moment persona channel where people reason sign pillar department tags note level evidence answers owner status due impact effort reach confidence links pictures conflicts scores",
		mapmodel.KindEvidence: "id kind source date quote link",
		mapmodel.KindSurvey:   "kind method date touchpoint counts",
		mapmodel.KindScore:    "method value",
	} {
		for word := range strings.FieldsSeq(words) { // a later field may stand between them
			if shapes[kind].find(word) == nil {
				t.Errorf("%s has no %s", kind, word)
			}
		}
	}
}

func TestTheGoodFileIsValid(t *testing.T) {
	file, err := os.ReadFile("testdata/good.journey.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if err := valid(compiled(t), file); err != nil {
		t.Error(err)
	}
}
