// Package qrcode turns a web address into the dark and light modules of a QR code, which cameras read.
package qrcode

import (
	"fmt"

	"github.com/skip2/go-qrcode"
)

// Quiet is how many modules stay light around a code (ISO/IEC 18004, 9.1): without them, cameras do not find it.
const Quiet = 4

// Of gives the modules of a QR code that says text, row by row from the top, true for dark; there are as many columns as rows, and
// no quiet zone. Errors are corrected at level M: some 15 per cent of it may be hidden. Of the eight masks the one is taken that is
// told most easily from the marks a camera looks for. Text that is empty or longer than a code holds, 2,331 bytes at the most, is an
// error.
func Of(text string) (modules [][]bool, err error) {
	defer func() {
		if r := recover(); r != nil {
			modules, err = nil, fmt.Errorf("qrcode: %v", r)
		}
	}()
	code, err := qrcode.New(text, qrcode.Medium)
	if err != nil {
		return nil, fmt.Errorf("qrcode: %w", err)
	}
	code.DisableBorder = true
	return code.Bitmap(), nil
}
