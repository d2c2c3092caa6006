// Package terms takes text apart into the words by which people find it again, whatever its script.
//
// Words are folded: capital and small letters, accents, half and full width, ligatures and the ways of writing one letter are
// no difference. What is written without spaces (Han, kana, Thai, Lao, Khmer, Burmese) is found by any piece of it.
package terms
