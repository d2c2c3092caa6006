// Command checkpages looks at PDFs that Footpath made with the eyes of other
// software. scripts/check-pages calls it.
package main

import (
	"flag"
	"fmt"
	"os"

	"footpath/app/formats/pagecheck"
)

func main() {
	also := flag.String("also", "", "words that may be on the pages beside the map's: a client's own line")
	flag.Parse()
	wrong := 0
	for _, path := range flag.Args() {
		faults, err := pagecheck.File(path, *also)
		if err != nil {
			faults = append(faults, err.Error())
		}
		for _, fault := range faults {
			fmt.Fprintf(os.Stderr, "%s: %s\n", path, fault)
		}
		wrong += len(faults)
	}
	if wrong > 0 {
		os.Exit(1)
	}
}
