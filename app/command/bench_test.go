package command_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"footpath/app/command"
	"footpath/mapmodel/mapgen"
	"footpath/storage/journey"
)

// peakCommand is the name under which this binary is a footpath that says, last
// of all, how much memory it took at its peak.
const peakCommand = "footpath-peak"

func runPeak() {
	code := command.Run(os.Args[1:], command.Params{
		Streams: command.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}, Version: "test",
	})
	status, _ := os.ReadFile("/proc/self/status") // nothing is found where there is none
	_, _ = os.Stderr.Write(peak.Find(status))
	os.Exit(code)
}

var peak = regexp.MustCompile(`VmHWM:\s*(\d+) kB`)

// BenchmarkExportMemory measures the most memory that a process of its own holds
// while it exports a map of 5,000 cards, the program's own pages counted. The
// rival only reads the same map and writes it as YAML.
func BenchmarkExportMemory(b *testing.B) {
	dir := b.TempDir()
	file := filepath.Join(dir, "large.journey.yaml")
	data, err := journey.Marshal(mapgen.Grid(50, 5, 20, 1))
	if err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(file, data, 0o600); err != nil {
		b.Fatal(err)
	}
	self, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	for _, c := range []struct{ name, out, fit string }{
		{"auto", "map.pdf", "auto"},
		{"content", "map.pdf", "content"},
		{"page", "map.pdf", "page"},
		{"tiles", "map.pdf", "tiles"},
		{"yaml", "map.journey.yaml", ""},
	} {
		b.Run(c.name, func(b *testing.B) {
			most := 0
			for b.Loop() {
				args := []string{peakCommand, "export", file, "-o", filepath.Join(dir, c.out), "--force", "--quiet"}
				if c.fit != "" {
					args = append(args, "--fit", c.fit)
				}
				most = max(most, peakOf(b, self, args))
			}
			b.ReportMetric(float64(most)/1024, "MiB-peak")
		})
	}
}

// peakOf runs a command of this binary and gives its peak in KiB.
func peakOf(b *testing.B, self string, args []string) int {
	b.Helper()
	var said bytes.Buffer
	c := exec.Cmd{Path: self, Args: args, Stderr: &said}
	err := c.Run()
	if code := c.ProcessState.ExitCode(); code != command.ExitDone && code != command.ExitPartly {
		b.Fatal(fmt.Errorf("%v: %w\n%s", args, err, said.Bytes()))
	}
	found := peak.FindSubmatch(said.Bytes())
	if found == nil {
		b.Fatal("this system does not say how much memory a process takes")
	}
	n, _ := strconv.Atoi(string(found[1])) // the expression lets nothing else through
	return n
}
