package memory_test

import (
	"testing"

	"footpath/storage/engine"
	"footpath/storage/engine/enginetest"
	"footpath/storage/engine/memory"
)

func TestConformance(t *testing.T) {
	enginetest.Run(t, func(*testing.T) engine.Store { return memory.New() })
}
