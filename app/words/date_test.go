package words

import "testing"

func TestADateIsReadInTheWaysPeopleWriteIt(t *testing.T) {
	for text, want := range map[string]string{
		"2027-03-30": "2027-03-30", "30.3.2027": "2027-03-30", "30/03/2027": "2027-03-30", "30 Mar 2027": "2027-03-30",
		"30. März 2027": "2027-03-30", "March 30th, 2027": "2027-03-30", "1 may 2027": "2027-05-01", "1. Mai 2027": "2027-05-01",
		" 3 dez 2026 ": "2026-12-03", "": "", "  ": "",
	} {
		if got, ok := English.ReadDate(text); !ok || got != want {
			t.Errorf("%q is read as %q, %v; want %q", text, got, ok, want)
		}
	}
	for _, text := range []string{"tomorrow", "31.2.2027", "2027", "30 Mar", "30 Xyz 2027", "2027-13-01", "1 2 3 4", "-", "30.3.27"} {
		if got, ok := English.ReadDate(text); ok {
			t.Errorf("%q is read as %q", text, got)
		}
	}
}

func TestADateWrittenShortIsReadAgain(t *testing.T) {
	for _, l := range Languages() {
		for _, iso := range []string{"2026-01-31", "2026-03-01", "2026-05-15", "2026-10-09", "2026-12-24"} {
			if got, ok := l.ReadDate(l.ShortDate(iso)); !ok || got != iso {
				t.Errorf("%s: %q is read as %q", l.Tag(), l.ShortDate(iso), got)
			}
		}
	}
	if got := English.ShortDate("2027-03-30"); got != "30 Mar 2027" {
		t.Errorf("a short date is %q", got)
	}
	if got := English.ShortDate("soon"); got != "soon" {
		t.Errorf("what is no date becomes %q", got)
	}
}
