package lang

import (
	"errors"
	"testing"
)

// part is a component that only declares.
type part struct {
	name         string
	needs, gives Layer
	err          error
}

func (p part) Name() string        { return p.name }
func (p part) Version() string     { return "1" }
func (p part) Needs() Layer        { return p.needs }
func (p part) Gives() Layer        { return p.gives }
func (p part) Annotate(*Doc) error { return p.err }

func TestPipeline(t *testing.T) {
	split := part{name: "split", gives: Sentences | Tokens}
	tagger := part{name: "tag", needs: Tokens, gives: Tags}
	tests := []struct {
		name  string
		have  Layer
		parts []Component
		want  string // error
	}{
		{"in order", 0, []Component{split, tagger}, ""},
		{"out of order", 0, []Component{tagger, split}, "component tag needs tokens, which nothing before it gives"},
		{"twice", 0, []Component{split, split}, "component split gives sentences+tokens a second time"},
		{"given", Sentences | Tokens, []Component{tagger}, ""},
	}
	for _, tt := range tests {
		_, err := NewPipelineOver(tt.have, tt.parts...)
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != tt.want {
			t.Errorf("%s: error %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestAnnotate(t *testing.T) {
	fault := errors.New("no model")
	p, err := NewPipeline(part{name: "split", gives: Sentences | Tokens}, part{name: "tag", needs: Tokens, gives: Tags, err: fault})
	if err != nil {
		t.Fatal(err)
	}
	d := &Doc{}
	if err := p.Annotate(d); !errors.Is(err, fault) {
		t.Errorf("error = %v", err)
	}
	if d.Done != Sentences|Tokens {
		t.Errorf("done = %s", d.Done)
	}
	if got := p.Versions(); got[0] != "split/1" || got[1] != "tag/1" {
		t.Errorf("versions = %v", got)
	}
}
