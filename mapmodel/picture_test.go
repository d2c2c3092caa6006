package mapmodel_test

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"testing"

	"footpath/mapmodel"
	"footpath/mapmodel/picture"
)

// pictured is a map with one card and one persona, and a picture of many pixels
// to hang on them.
func pictured(t *testing.T) (d *mapmodel.Desk, doc *mapmodel.Document, card, persona mapmodel.ID, file []byte) {
	t.Helper()
	d = newDesk(3)
	doc = mapmodel.NewDocument(mapmodel.NewMap("A map", d.Source), d.Source, d.Now)
	take := func(c mapmodel.Change, id mapmodel.ID, err error) mapmodel.ID {
		t.Helper()
		if err == nil {
			_, err = doc.Do(c)
		}
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	card = take(d.AddCard(doc.Map(), mapmodel.Place{At: -1}, "Wait", nil))
	persona = take(d.AddPersona(doc.Map(), -1, mapmodel.Persona{Name: "Rosa"}))
	var out bytes.Buffer
	if err := png.Encode(&out, image.NewGray(image.Rect(0, 0, 3000, 2000))); err != nil {
		t.Fatal(err)
	}
	return d, doc, card, persona, out.Bytes()
}

func TestAPictureOfAnySizeComesInAsOneThatCanBeDrawn(t *testing.T) {
	d, doc, card, persona, file := pictured(t)
	c, id, err := d.AddPicture(doc.Map(), []mapmodel.ID{card, persona}, "The queue", file)
	if err == nil {
		_, err = doc.Do(c)
	}
	if err != nil {
		t.Fatal(err)
	}
	p := mapmodel.Find[*mapmodel.Picture](doc.Map(), id)
	media, w, h, err := picture.Size(p.Data)
	if err != nil || media != p.Media || w != mapmodel.MaxPictureSide || h != 682 || p.Key != "the-queue" {
		t.Errorf("%q is a %s of %d by %d (%v)", p.Key, media, w, h, err)
	}
	if doc.Map().Links(id) != 2 {
		t.Errorf("it hangs on %d records", doc.Map().Links(id))
	}
}

func TestWhatIsNoPictureIsNotLetIn(t *testing.T) {
	d, doc, card, _, file := pictured(t)
	if _, _, err := d.AddPicture(doc.Map(), []mapmodel.ID{card}, "half", file[:len(file)/2]); err == nil {
		t.Error("half a picture is let in")
	}
	if _, _, err := d.AddPicture(doc.Map(), []mapmodel.ID{card}, "words", []byte("a letter")); !errors.Is(err, picture.ErrNone) {
		t.Errorf("a letter is let in: %v", err)
	}
}

func TestAPictureGoesWithTheLastThatHasIt(t *testing.T) {
	d, doc, card, persona, file := pictured(t)
	do := func(c mapmodel.Change, err error) {
		t.Helper()
		if err == nil {
			_, err = doc.Do(c)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	c, id, err := d.AddPicture(doc.Map(), []mapmodel.ID{card, persona}, "both", file)
	do(c, err)
	do(d.TakePicture(doc.Map(), []mapmodel.ID{card}, id))
	if doc.Map().Links(id) != 1 || doc.Map().Get(id) == nil {
		t.Error("it is gone while the persona has it")
	}
	c, other, err := d.AddPicture(doc.Map(), []mapmodel.ID{persona}, "another", file)
	do(c, err)
	if doc.Map().Get(id) != nil || mapmodel.Find[*mapmodel.Persona](doc.Map(), persona).Picture != other {
		t.Error("a face that was replaced stays in the map")
	}
	do(d.TakePicture(doc.Map(), []mapmodel.ID{persona}, other))
	if doc.Map().Get(other) != nil {
		t.Error("a picture that nothing has stays in the map")
	}
}
