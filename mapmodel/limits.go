package mapmodel

import "footpath/mapmodel/picture"

// The limits of what a map can hold, all in one place.
const (
	// MaxText is the longest text, in bytes.
	MaxText = 64 << 10
	// MaxName is the longest name, title or other one-line text, in bytes.
	MaxName = 4 << 10
	// MaxItems is the longest list inside one record.
	MaxItems = 1000
	// MaxCount is the largest number of answers to one score of a survey, and
	// the largest reach.
	MaxCount = 1_000_000_000
	// MaxPicture is the largest encoded picture, in bytes.
	MaxPicture = picture.MaxBytes
	// MaxPictureSide is the longest side of a picture, in pixels.
	MaxPictureSide = picture.MaxSide
	// MaxMoments is how many moments of truth a map should have; more is a
	// warning, not a mistake.
	MaxMoments = 3
)
