// Package maps holds the sample maps that come with Footpath: what a newcomer
// sees first, and what a map can be when it is done.
package maps

import _ "embed"

// Sample is one map as the file it would be on disk.
type Sample struct {
	// Name is the file's name, with its ending ".journey.yaml".
	Name string
	// Data is the file's bytes. They are shared: whoever hands them to code
	// that writes into its input must hand it a copy.
	Data []byte
}

var (
	//go:embed renewing-a-licence.journey.yaml
	licence []byte
	//go:embed ice-cream-shop-visit.journey.yaml
	iceCream []byte
	//go:embed home-from-hospital.journey.yaml
	hospital []byte
	//go:embed mending-a-toaster.journey.yaml
	toaster []byte
)

// All lists the samples in the order people are shown them. The first is the
// one a newcomer sees.
func All() []Sample {
	return []Sample{
		{Name: "renewing-a-licence.journey.yaml", Data: licence},
		{Name: "ice-cream-shop-visit.journey.yaml", Data: iceCream},
		{Name: "home-from-hospital.journey.yaml", Data: hospital},
		{Name: "mending-a-toaster.journey.yaml", Data: toaster},
	}
}
