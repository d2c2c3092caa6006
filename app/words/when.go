package words

import (
	"strconv"
	"strings"
	"time"
)

// clock is how a language names times.
type clock struct {
	// months from January on, days from Sunday on, as Go counts them.
	months [12]string
	days   [7]string
	// day and date write a day of this year and of any year, with the gaps
	// {day}, {month} and {year}.
	day, date string
}

var englishClock = clock{
	months: [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
	days:   [7]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
	day:    "{day} {month}",
	date:   "{day} {month} {year}",
}

var germanClock = clock{
	months: [12]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"},
	days:   [7]string{"Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"},
	day:    "{day}. {month}",
	date:   "{day}. {month} {year}",
}

// When says when something happened, seen from now and in now's time zone:
// minutes within the hour, then the time of today or yesterday, the weekday
// within a week, else the day. A time up to a minute ahead, as clocks differ,
// is now; any other to come is said by its day.
func (l Language) When(t, now time.Time) string {
	t = t.In(now.Location())
	ago := now.Sub(t)
	days := midnight(now) - midnight(t)
	switch {
	case ago < -time.Minute:
		return l.day(t, now)
	case ago < time.Minute:
		return l.Say(TimeNow, nil)
	case ago < time.Hour:
		return l.Say(TimeMinutes, Args{"n": int(ago / time.Minute)})
	case days == 0:
		return l.Say(TimeToday, Args{"time": t.Format("15:04")})
	case days == 1:
		return l.Say(TimeYesterday, Args{"time": t.Format("15:04")})
	case days < 7:
		return l.Say(TimeWeekday, Args{"day": l.clock.days[t.Weekday()], "time": t.Format("15:04")})
	}
	return l.day(t, now)
}

// Day says the day of t as a heading, seen from now and in now's time zone: today, yesterday, else the weekday and the date.
func (l Language) Day(t, now time.Time) string {
	t = t.In(now.Location())
	switch midnight(now) - midnight(t) {
	case 0:
		return l.Say(HistoryToday, nil)
	case 1:
		return l.Say(HistoryYesterday, nil)
	}
	return l.Say(HistoryDay, Args{"weekday": l.clock.days[t.Weekday()], "date": l.day(t, now)})
}

// day is the day of t, with its year where it is not now's.
func (l Language) day(t, now time.Time) string {
	if t.Year() == now.Year() {
		return l.write(l.clock.day, t)
	}
	return l.write(l.clock.date, t)
}

// midnight numbers the days of the calendar: days differ by one however long
// daylight saving makes them.
func midnight(t time.Time) int {
	y, m, d := t.Date()
	return int(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60))
}

// Date writes a date of the form 2026-11-14 in words: 14 November 2026. What
// is no such date is given back as it is.
func (l Language) Date(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return l.write(l.clock.date, t)
}

func (l Language) write(form string, t time.Time) string {
	return strings.NewReplacer(
		"{day}", strconv.Itoa(t.Day()),
		"{month}", l.clock.months[t.Month()-1],
		"{year}", strconv.Itoa(t.Year()),
	).Replace(form)
}
