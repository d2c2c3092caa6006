package command

import (
	"fmt"
	"strconv"
)

// within is a flag's number between two others; 0 until it is given.
type within struct {
	to          *float64
	least, most float64
}

// String implements pflag.Value.
func (v within) String() string {
	if v.to == nil || *v.to == 0 {
		return ""
	}
	return strconv.FormatFloat(*v.to, 'g', -1, 64)
}

// Set implements pflag.Value.
func (v within) Set(s string) error {
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || !(n >= v.least && n <= v.most) {
		return fmt.Errorf("it takes a number from %g to %g", v.least, v.most)
	}
	*v.to = n
	return nil
}

// Type implements pflag.Value.
func (v within) Type() string { return "number" }
