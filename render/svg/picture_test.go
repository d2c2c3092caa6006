package svg_test

import (
	"encoding/base64"
	"testing"

	"footpath/mapmodel/picture"
	"footpath/render/painttest"
	"footpath/render/scene"
)

func TestAPictureIsInTheFileAsItIs(t *testing.T) {
	img := painttest.Image(picture.JPEG, 60, 40)
	half := scene.NewImage(img.Data[:len(img.Data)/2])
	s := painttest.One(
		100, 100,
		&scene.Picture{Rect: scene.Rect{X: 10, Y: 10, W: 30, H: 30}, Radius: 15, Image: img, Words: "Rosa & her queue"},
		&scene.Picture{Rect: scene.Rect{X: 50, Y: 10, W: 30, H: 20}, Image: img},
		&scene.Picture{Rect: scene.Rect{X: 50, Y: 50, W: 30, H: 20}, Image: half},
	)
	var found []*node
	clips := map[string]bool{}
	parse(t, paint(t, s, s.Pages[0])).each(func(n *node) {
		switch n.Name.Local {
		case "image":
			found = append(found, n)
		case "clipPath":
			clips["url(#"+n.get("id")+")"] = true
		}
	})
	if len(found) != 2 {
		t.Fatalf("there are %d pictures", len(found))
	}
	for _, n := range found {
		if want := "data:image/jpeg;base64," + base64.StdEncoding.EncodeToString([]byte(img.Data)); n.get("href") != want {
			t.Errorf("it leads to %.60s…", n.get("href"))
		}
	}
	if !clips[found[0].get("clip-path")] || found[1].get("clip-path") != "" {
		t.Errorf("they are cut by %q and %q", found[0].get("clip-path"), found[1].get("clip-path"))
	}
	if len(found[0].Nodes) != 1 || found[0].Nodes[0].Text != "Rosa & her queue" {
		t.Errorf("it says %v", found[0].Nodes)
	}
}
