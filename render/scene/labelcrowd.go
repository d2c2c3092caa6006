package scene

import "iter"

// crowd keeps things by where they are across a stage, so that a crowded stage
// is labelled as fast as an empty one, point by point. What is beyond the stage's
// edges is kept in the strips there.
type crowd[T any] struct {
	left   float64
	strips [][]T
}

const stripWidth = 32

// clear forgets everything but its memory, for a stage from left to right.
func (c *crowd[T]) clear(left, right float64) {
	count := max(int((right-left)/stripWidth), 0) + 1
	for i := range c.strips {
		c.strips[i] = c.strips[i][:0]
	}
	for cap(c.strips) < count {
		c.strips = append(c.strips[:cap(c.strips)], nil)
	}
	c.left, c.strips = left, c.strips[:count]
}

// strip is the one in which x lies.
func (c *crowd[T]) strip(x float64) int {
	return int(min(max((x-c.left)/stripWidth, 0), float64(len(c.strips)-1)))
}

func (c *crowd[T]) add(thing T, from, to float64) {
	for i, last := c.strip(from), c.strip(to); i <= last; i++ {
		c.strips[i] = append(c.strips[i], thing)
	}
}

// near visits what may touch a part of the width, some of it more than once,
// strip by strip.
func (c *crowd[T]) near(from, to float64) iter.Seq[[]T] {
	return func(yield func([]T) bool) {
		for i, last := c.strip(from), c.strip(to); i <= last; i++ {
			if !yield(c.strips[i]) {
				return
			}
		}
	}
}
