package words

import (
	"strconv"
	"strings"
	"time"
	"unicode"
)

// ShortDate writes a date of the form 2026-11-14 with the month cut short: 14 Nov 2026. What is no such date is given back as it
// is.
func (l Language) ShortDate(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	month := []rune(l.clock.months[t.Month()-1])
	return strings.NewReplacer(
		"{day}", strconv.Itoa(t.Day()), "{month}", string(month[:min(3, len(month))]), "{year}", strconv.Itoa(t.Year()),
	).Replace(l.clock.date)
}

// ReadDate reads a date as people write it, and gives it as 2026-11-14: so, 14.11.2026, 14/11/2026, or with the month's name in
// any language there is, whole or cut short, before the day or behind. Nothing is no date, which is right too.
func (l Language) ReadDate(text string) (iso string, ok bool) {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) == 0 {
		return "", strings.TrimSpace(text) == ""
	}
	if len(words) != 3 {
		return "", false
	}
	year, month, day := words[2], words[1], words[0]
	switch {
	case len(words[0]) == 4:
		year, day = words[0], words[2]
	case unicode.IsLetter([]rune(words[0])[0]):
		month, day = words[0], words[1]
	}
	m, err := strconv.Atoi(month)
	if err != nil {
		m = monthNamed(month)
	}
	d, dayErr := strconv.Atoi(strings.TrimRight(day, "stndrh")) // 1st, 2nd, 3rd, 4th
	y, yearErr := strconv.Atoi(year)
	if dayErr != nil || yearErr != nil || len(year) != 4 || m < 1 || m > 12 {
		return "", false
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if t.Year() != y || t.Month() != time.Month(m) || t.Day() != d {
		return "", false // the 31st of February
	}
	return t.Format(time.DateOnly), true
}

// monthNamed is a month by three or more of its letters, 1 to 12, or 0.
func monthNamed(name string) int {
	if len([]rune(name)) < 3 {
		return 0
	}
	for _, l := range Languages() {
		for i, month := range l.clock.months {
			if strings.HasPrefix(strings.ToLower(month), name) {
				return i + 1
			}
		}
	}
	return 0
}
