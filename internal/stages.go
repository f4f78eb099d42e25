// Package internal has the sources of the stages that read a report: rules and
// word lists. Their digest tells what these made from what others would make,
// and nobody has to remember to raise a version.
//
// It is for that digest. It is not for finding or running the stages.
package internal

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"strings"
	"sync"
)

// What package pipeline rests on, but for the model, world file, packs and
// profile, which have digests of their own.
//
//go:embed pipeline/*.go cast/*.go timex/*.go timex/*.tsv statement/*.go statement/*.tsv
//go:embed claim/*.go claim/*/*.go claim/*/*.tsv
//go:embed lang/*.go lang/chunk/*.go lang/clause/*.go lang/coref/*.go lang/coref/*.tsv lang/english/*.go
//go:embed lang/kernel/*.go lang/mend/*.go lang/model/*.go lang/ner/*.go lang/ner/*.txt lang/parse/*.go lang/tokenize/*.go
var stages embed.FS

// Stages returns the digest of the stages' sources, tests left out.
var Stages = sync.OnceValues(func() (string, error) {
	h := sha256.New()
	err := fs.WalkDir(stages, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(name, "_test.go") {
			return err
		}
		b, err := stages.ReadFile(name)
		fmt.Fprintf(h, "%s %d\n%s", name, len(b), b)
		return err
	})
	if err != nil {
		return "", fmt.Errorf("digest the stages: %w", err)
	}
	return hex.EncodeToString(h.Sum(nil)[:8]), nil
})
