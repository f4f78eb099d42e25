package reconcile

import (
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// provisionsRead is how many provisions of a text are compared with another's.
const provisionsRead = 24

// clause is a provision with the stems of its telling words.
type clause struct {
	p     *travaux.ProvisionClaim
	shown shown
	stems map[string]bool
}

// clauses are the first provisions that one report tells of the text.
func (x *text) clauses() []clause {
	var out []clause
	for i := range x.claim.Provisions[:min(len(x.claim.Provisions), provisionsRead)] {
		p := &x.claim.Provisions[i]
		out = append(out, clause{p, shown{x.src.span(p.Span), p.SupportedBy}, labelWords(strings.Join(nameWords(p.Quote), " "))})
	}
	return out
}

// clauses are the first provisions that the accounts of a text tell.
func (k *known) clauses() []clause {
	var out []clause
	for _, x := range k.group {
		if out = append(out, x.clauses()...); len(out) >= provisionsRead {
			return out[:provisionsRead]
		}
	}
	return out
}

// provideAlike reports whether two accounts have a provision that is alike.
func provideAlike(a, b *text) bool {
	ys := b.clauses()
	return slices.ContainsFunc(a.clauses(), func(x clause) bool {
		return slices.ContainsFunc(ys, func(y clause) bool { return x.alike(&y) })
	})
}

// alike reports whether two provisions say much the same: of one issue, with
// half of the telling words of the shorter in common, three at least.
func (a *clause) alike(b *clause) bool {
	n := inBoth(a.stems, b.stems)
	return n >= 3 && 2*n >= min(len(a.stems), len(b.stems)) && (a.p.Issue == b.p.Issue || a.p.Issue == travaux.OtherIssue || b.p.Issue == travaux.OtherIssue)
}

// provisions weighs provisions of the two that are alike.
func (s *maybe) provisions() {
	ys := s.b.clauses()
	n := 0
	for _, x := range s.a.clauses() {
		for _, y := range ys {
			if x.alike(&y) {
				if n++; n > 2 {
					return
				}
				s.give(3-n, "identity.provision", "They are said to provide much the same.", x.shown, y.shown)
				break
			}
		}
	}
}
