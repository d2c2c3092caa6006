package scene

import (
	"strconv"
	"strings"

	"footpath/mapmodel"
)

// Icons are drawn on a grid of 16 with lines of 1.5, in a small language of
// our own: M and L to a point, C a cubic, Z back, O a circle by centre and
// radius, R a rectangle by corner, size and corner radius.
var laneIcons = map[mapmodel.LaneKind]string{
	mapmodel.LaneTasks:         "M2 4 L3.5 5.5 L6 2.5 M8.5 4 L14 4 M2 9 L3.5 10.5 L6 7.5 M8.5 9 L14 9 M8.5 13.5 L14 13.5 M2.5 13.5 L5 13.5",
	mapmodel.LaneFeelings:      "M2 3 L14 3 L14 11 L8 11 L5 14 L5 11 L2 11 Z M5 6 L11 6 M5 8.5 L9 8.5",
	mapmodel.LaneCurve:         "M1 11 C3.5 11 3.5 3.5 6 3.5 C8.5 3.5 7.5 12.5 10 12.5 C12.5 12.5 12.5 6 15 6",
	mapmodel.LaneTouchpoints:   "O6 8 4.5 O10 8 4.5",
	mapmodel.LaneInsights:      "O7 7 4.7 M10.5 10.5 L14.5 14.5",
	mapmodel.LaneOpportunities: "M5.5 11 L5.5 9.8 C3.8 8.9 3 7.5 3 6 C3 3.2 5.2 1.2 8 1.2 C10.8 1.2 13 3.2 13 6 C13 7.5 12.2 8.9 10.5 9.8 L10.5 11 Z M6 13 L10 13 M7 15 L9 15",
	mapmodel.LaneMetrics:       "M2 14.5 L14 14.5 M4 12 L4 8 M8 12 L8 3 M12 12 L12 6",
	mapmodel.LanePains:         "M9 1.5 L3 9 L7.5 9 L7 14.5 L13 7 L8.5 7 Z",
	mapmodel.LaneText:          "M3 3.5 L13 3.5 M3 7 L13 7 M3 10.5 L13 10.5 M3 14 L9 14",
	mapmodel.LanePhysical:      "M8 1.5 L14 4.8 L14 11.2 L8 14.5 L2 11.2 L2 4.8 Z M2 4.8 L8 8 L14 4.8 M8 8 L8 14.5",
	mapmodel.LaneFrontstage:    "O8 4.5 2.8 M2.5 14 C2.5 10.5 5 9 8 9 C11 9 13.5 10.5 13.5 14",
	mapmodel.LaneBackstage:     "R2 2 12 12 2 M2 6.5 L14 6.5 M6.5 6.5 L6.5 14",
	mapmodel.LaneSupport:       "O8 8 2.6 M8 1.2 L8 3.6 M8 12.4 L8 14.8 M1.2 8 L3.6 8 M12.4 8 L14.8 8 M3.2 3.2 L4.9 4.9 M11.1 11.1 L12.8 12.8 M12.8 3.2 L11.1 4.9 M4.9 11.1 L3.2 12.8",
}

// evidenceIcons draw how evidence was gathered.
var evidenceIcons = map[mapmodel.EvidenceKind]string{
	mapmodel.Interview:       "M2 3 L14 3 L14 11 L8 11 L5 14 L5 11 L2 11 Z",
	mapmodel.SurveyAnswer:    "M2.5 4 L13.5 4 M2.5 8 L13.5 8 M2.5 12 L10 12",
	mapmodel.Observation:     "M1.5 8 C4.5 3.2 11.5 3.2 14.5 8 C11.5 12.8 4.5 12.8 1.5 8 Z O8 8 2",
	mapmodel.MysteryShopping: "M1.5 8 C4.5 3.2 11.5 3.2 14.5 8 C11.5 12.8 4.5 12.8 1.5 8 Z O8 8 2",
	mapmodel.Review:          "M8 2 L9.8 6 L14.2 6.4 L10.9 9.3 L11.9 13.6 L8 11.3 L4.1 13.6 L5.1 9.3 L1.8 6.4 L6.2 6 Z",
	mapmodel.FrontLine:       "O8 4 2.4 M3.5 12 C3.5 8.6 5.5 7.6 8 7.6 C10.5 7.6 12.5 8.6 12.5 12 M1.5 14 L14.5 14",
	mapmodel.Analytics:       "M2 14 L14 14 M4.5 11 L4.5 8.5 M8 11 L8 3 M11.5 11 L11.5 6",
}

// channelIcons draw a channel by what its name holds, the first that fits.
var channelIcons = []struct{ words, icon string }{
	{"mail,@", "O8 8 3 M11 5 L11 9 C11 12 14.5 11.5 14.5 8 C14.5 4.2 11.6 1.5 8 1.5 C4.4 1.5 1.5 4.4 1.5 8 C1.5 11.6 4.4 14.5 8 14.5 C9.5 14.5 10.8 14 12 13.2"},
	{"post,letter,brief", "R1.5 3.5 13 9.5 1.2 M1.8 4.2 L8 9 L14.2 4.2"},
	{"web,site,online,portal,internet", "O8 8 6.5 M1.5 8 L14.5 8 M8 1.5 C4.5 5 4.5 11 8 14.5 M8 1.5 C11.5 5 11.5 11 8 14.5"},
	{"phone,call,hotline,telefon", "M3 2 L6 2 L7.2 5.5 L5.5 7 C6.3 8.8 7.4 9.8 9.2 10.6 L10.6 8.9 L14 10.2 L14 13 C14 13.6 13.5 14 13 14 C7 13.7 2.4 9 2 3 C2 2.4 2.4 2 3 2 Z"},
	{"sms,text,message,chat,nachricht", "M2 3 L14 3 L14 11 L8 11 L5 14 L5 11 L2 11 Z M5 7 L5.2 7 M8 7 L8.2 7 M11 7 L11.2 7"},
	{"app,mobile,handy", "R4.5 1.5 7 13 1.5 M7.3 12 L8.7 12"},
	{"screen,display,sign,poster,board,anzeige", "R1.5 2.5 13 8.5 1 M8 11 L8 14 M5 14 L11 14"},
	{"machine,kiosk,terminal,automat,reader", "R3.5 1.5 9 13 1.2 M6 4.5 L10 4.5 L10 7.5 L6 7.5 Z M6 11.5 L10 11.5"},
	{"print,paper,leaflet,flyer,brochure,magazine,catalogue", "M3.5 1.5 L9.5 1.5 L12.5 4.5 L12.5 14.5 L3.5 14.5 Z M6 8 L10 8 M6 11 L10 11"},
	{"window,room,door,building,branch,hall,house,raum,fenster", "M1.5 14.5 L14.5 14.5 M3 14.5 L3 5.5 L8 1.8 L13 5.5 L13 14.5 M6.3 14.5 L6.3 9.5 L9.7 9.5 L9.7 14.5"},
	{"desk,counter,clerk,staff,person,shop,store,schalter", "O8 4 2.4 M3.5 12 C3.5 8.6 5.5 7.6 8 7.6 C10.5 7.6 12.5 8.6 12.5 12 M1.5 14 L14.5 14"},
}

const otherChannel = "O8 8 5.5 O8 8 1.6"

func channelIcon(channel string) string {
	channel = strings.ToLower(channel)
	for _, c := range channelIcons {
		for word := range strings.SplitSeq(c.words, ",") {
			if strings.Contains(channel, word) {
				return c.icon
			}
		}
	}
	return otherChannel
}

// Icon draws an icon in a square of the given size with its corner at a place.
func icon(drawing string, at Point, size float64, c Color) Element {
	return &Path{
		Segments: outline(drawing, at, size/16),
		Stroke:   Stroke{Color: c, Width: 1.5 * size / 16, Round: true},
	}
}

// outline reads the little language of icons.
func outline(drawing string, at Point, scale float64) []Segment {
	var out []Segment
	var numbers []float64
	var op byte
	point := func(i int) Point {
		return Point{at.X + numbers[i]*scale, at.Y + numbers[i+1]*scale}
	}
	flush := func() {
		switch op {
		case 'M':
			out = append(out, Segment{Op: Move, A: point(0)})
		case 'L':
			out = append(out, Segment{Op: Line, A: point(0)})
		case 'C':
			out = append(out, Segment{Op: Curve, A: point(0), B: point(2), C: point(4)})
		case 'Z':
			out = append(out, Segment{Op: Close})
		case 'O':
			out = append(out, Circle(point(0), numbers[2]*scale)...)
		case 'R':
			corner := point(0)
			box := Box{Rect: Rect{corner.X, corner.Y, numbers[2] * scale, numbers[3] * scale}, Radius: numbers[4] * scale}
			out = append(out, box.Outline()...)
		}
		numbers = numbers[:0]
	}
	for _, word := range strings.Fields(drawing) {
		if c := word[0]; c >= 'A' && c <= 'Z' {
			if op != 0 {
				flush()
			}
			op, word = c, word[1:]
		}
		if v, err := strconv.ParseFloat(word, 64); err == nil {
			numbers = append(numbers, v)
		}
	}
	if op != 0 {
		flush()
	}
	return out
}
