package words

// Time: when something happened.
const (
	TimeMinutes   Key = "time.minutes"
	TimeNow       Key = "time.now"
	TimeToday     Key = "time.today"
	TimeWeekday   Key = "time.weekday"
	TimeYesterday Key = "time.yesterday"
)

// timeWords: when something happened.
var timeWords = sentences{
	TimeMinutes:   {"{n|one minute|{n} minutes} ago", "vor {n|einer Minute|{n} Minuten}"},
	TimeNow:       {"just now", "gerade eben"},
	TimeToday:     {"today, {time}", "heute, {time}"},
	TimeWeekday:   {"{day}, {time}", "{day}, {time}"},
	TimeYesterday: {"yesterday, {time}", "gestern, {time}"},
}
