package position_test

import (
	"flag"
	"fmt"
	"strings"
	"testing"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/cast"
	"github.com/travaux/travaux/internal/claim/claimtest"
)

var update = flag.Bool("update", false, "write what is found into the annotated texts; read the difference before it is kept")

// TestDocuments compares the positions of the annotated texts.
func TestDocuments(t *testing.T) {
	claimtest.Documents(t, "*.txt", *update, func(c *cast.Cast, g *travaux.Reading) []string {
		var out []string
		for i := range g.Positions {
			out = append(out, show(c, &g.Positions[i]))
		}
		return out
	})
}

// show writes a position as the annotated texts have it. Issues are the packs'.
func show(c *cast.Cast, p *travaux.PositionClaim) string {
	s := fmt.Sprintf("%s %s: %s", c.Actor(p.Party).Canonical, p.Stance, p.Option)
	field := func(name, value string) {
		if value != "" {
			s += " | " + name + ": " + value
		}
	}
	if p.Kind != "position" {
		field("kind", p.Kind)
	}
	if p.Strength != "plain" {
		field("strength", p.Strength)
	}
	field("from", string(p.From))
	field("if", strings.Join(p.Conditions, "; "))
	if p.AccordingTo != "outlet" {
		field("in", p.AccordingTo)
	}
	field("since", string(p.Since))
	return s
}
