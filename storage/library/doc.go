// Package library keeps maps: their records, the log of every change, summaries for the home view and what a person saw last,
// on any store of bytes by key.
package library
