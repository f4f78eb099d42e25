package main

import (
	"context"
	"io"
	"path/filepath"
	"testing"

	"github.com/travaux/travaux/internal/extract"
	"github.com/travaux/travaux/internal/store"
)

// TestSketchMadeAgain holds that a sketch that cannot be read is made again, and
// stops nothing.
func TestSketchMadeAgain(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "talks.travaux")
	s, err := store.Create(ctx, path, "Talks")
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	a := &app{out: io.Discard, term: newTerminal(io.Discard)}
	g, err := a.known()
	if err != nil {
		t.Fatal(err)
	}
	rep, err := extract.Extract(ctx, extract.Input{File: "a.txt", Data: []byte("The dock minister met the union in Port Halle.")})
	if err != nil {
		t.Fatal(err)
	}
	read, err := g.reader.Read(rep)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Put(ctx, store.Entry{Original: []byte("original"), Report: rep, Reading: read, Reader: g.reader.Stamp()}); err != nil {
		t.Fatal(err)
	}
	if err := s.PutSketches(ctx, g.sketchMaker(), g.reader.Stamp(), []store.Sketch{{Report: rep.ID, Body: []byte("no sketch")}}); err != nil {
		t.Fatal(err)
	}
	for range 2 { // made again, then read
		got, err := a.fromStore(ctx, s, path)
		if err != nil || len(got.sketches) != 1 {
			t.Fatalf("%d sketches, %v", len(got.sketches), err)
		}
	}
}
