package words

// said is one sentence in every language there is.
type said struct{ english, german string }

// sentences are the sentences of one area, by key. Each area has a file of its
// own, with its keys and both languages side by side, so that a sentence is
// never changed in one language alone. Keys that come from elsewhere have no
// names there: the words of the page (render/scene), the labels of changes,
// the fields and what was mended (mapmodel).
type sentences map[Key]said

// areas lists the sentences of every area.
var areas = []sentences{
	pageWords, labelWords, fieldWords, healingWords, keyWords, menuWords, commandWords, reasonWords, alsoWords, homeWords,
	historyWords, mannerWords, paletteWords, findWords, captureWords, detailsWords, filterWords, outlineWords, checkWords, presentWords, voteWords, settingsWords, stateWords, savingWords, hintWords, toastWords, dialogWords, boardWords, errorWords, repairWords, findingWords, exportWords, timeWords,
}

// gather makes the table of one language out of all areas.
func gather(in func(said) string) map[Key]string {
	table := make(map[Key]string, 512)
	for _, area := range areas {
		for key, s := range area {
			table[key] = in(s)
		}
	}
	return table
}
