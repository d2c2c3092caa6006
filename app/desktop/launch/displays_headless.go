//go:build !nogui && ci

package launch

import "footpath/app/desktop/present"

// secondDisplay finds none: this build has no display at all.
func secondDisplay() present.Display { return present.Display{} }
