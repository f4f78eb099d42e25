package source

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/travaux/travaux"
)

// FuzzLines reads anything as standard input: one document, or lines of JSON.
func FuzzLines(f *testing.F) {
	f.Add([]byte("{\"text\":\"They met.\"}\n{\"text\":\"They met again.\"}\n"))
	f.Add([]byte("They met.\nThey met again.\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		const most = 64
		for item, err := range Walk(context.Background(), []string{"-"}, Options{Stdin: bytes.NewReader(data), MaxBytes: most}) {
			switch {
			case err != nil && travaux.CodeOf(err) == travaux.CodeInternal:
				t.Errorf("not a plain error: %v", err)
			case err == nil && len(item.Data) > most:
				t.Errorf("an item of %d bytes", len(item.Data))
			case !strings.HasPrefix(item.File, "-"):
				t.Errorf("an item named %q", item.File)
			}
		}
	})
}
