package pdf_test

import (
	"bytes"
	"strings"
	"testing"

	"footpath/mapmodel/picture"
	"footpath/render/painttest"
	"footpath/render/scene"
)

// pictures shows a picture in every way: larger, smaller, a part of it, round,
// several times.
func pictures() *scene.Scene {
	var elements []scene.Element
	put := func(x, y, w, h, radius float64, img *scene.Image) {
		elements = append(elements, &scene.Picture{Rect: scene.Rect{X: x, Y: y, W: w, H: h}, Radius: radius, Image: img, Words: "a queue at the door"})
	}
	png, jpeg := painttest.Image(picture.PNG, 40, 30), painttest.Image(picture.JPEG, 300, 200)
	put(10, 10, 80, 60, 0, png)
	put(100, 10, 60, 60, 30, png)
	put(10, 80, 20, 15, 4, png)
	put(40, 80, 15, 40, 0, png)
	put(170, 10, 60, 40, 0, jpeg)
	put(170, 60, 30, 30, 15, jpeg)
	return painttest.One(240, 130, elements...)
}

func TestAPictureIsInTheFileOnceHoweverOftenItIsShown(t *testing.T) {
	data := paint(t, pictures())
	kinds := map[string]int{}
	for line := range strings.Lines(string(tool(t, data, "pdfimages", "-list", "FILE"))) {
		if f := strings.Fields(line); len(f) > 10 && (f[2] == "image" || f[2] == "smask") {
			kinds[f[10]+" "+f[2]+" "+f[8]]++ // object, kind, encoding
		}
	}
	if len(kinds) != 3 { // a PNG, its strengths, and a JPEG
		t.Errorf("the file holds %v", kinds)
	}
	tool(t, data, "qpdf", "--check", "FILE")
	if !bytes.Equal(data, paint(t, pictures())) {
		t.Error("the same pictures make another file")
	}
}

func TestAPictureSaysWhatIsToBeSeen(t *testing.T) {
	s := pictures()
	s.Pages[0].Back[0].Group.Role = scene.PersonaRole
	data := paint(t, s)
	said := string(tool(t, data, "pdfinfo", "-struct", "FILE"))
	plain := string(tool(t, data, "qpdf", "--qdf", "--object-streams=disable", "FILE", "-"))
	if strings.Count(said, "Figure") != 6 || strings.Count(plain, "/Alt (a queue at the door)")+strings.Count(plain, "/Alt <feff") != 6 {
		t.Errorf("the structure says\n%s", said)
	}
}

func TestAPictureThatIsNotWholeSpoilsNoPage(t *testing.T) {
	for _, media := range []string{picture.PNG, picture.JPEG} {
		whole := painttest.Image(media, 300, 200)
		half := scene.NewImage(whole.Data[:len(whole.Data)/2])
		s := painttest.One(100, 100, &scene.Picture{Rect: scene.Rect{W: 50, H: 50}, Image: half})
		data := paint(t, s)
		tool(t, data, "qpdf", "--check", "FILE")
		if got := string(tool(t, data, "pdfimages", "-list", "FILE")); strings.Count(got, "\n") > 2 {
			t.Errorf("%s: it holds\n%s", media, got)
		}
	}
}
