package statement

import (
	"github.com/travaux/travaux"
)

// The phrases that say from whom a clause is, as "according to" does. What
// somebody counts or holds is less than certain.
var (
	account = entry{Lemma: "by the account of", Act: travaux.ActAssert, Cert: travaux.CertainTrue}
	inWords = entry{Lemma: "in the words of", Act: travaux.ActAssert, Cert: travaux.CertainTrue}
	inView  = entry{Lemma: "in the view of", Mode: travaux.Attitude, Act: travaux.ActAssess, Cert: travaux.ProbableTrue}
)

// perspective reads "by the account of a person at the table" and "in Ruiz's
// view": the clause is theirs. Whoever is in an account, or has an opinion of a
// court to point to, is told apart by what stands around the phrase.
func (r *reader) perspective(u *unit, k int) (candidate, bool) {
	p := k + 1
	for p < len(u.e) && p < k+8 && u.e[p].quote < 0 && !r.punct(u, p) && perspectiveNoun(r.form(u, k), r.form(u, p)) == nil {
		p++
	}
	if p >= len(u.e) {
		return candidate{}, false
	}
	e := perspectiveNoun(r.form(u, k), r.form(u, p))
	if e == nil {
		return candidate{}, false
	}
	c := candidate{e: e, head: p, verb: u.e[p].first, from: k, to: p + 1, post: true, rule: "according-to"}
	if r.is(u, p-1, "the") && p == k+2 && r.is(u, p+1, "of") {
		c.to = p + 2
		c.src = r.follower(u, &c, p+2)
		return c, c.src.ok && r.speaks(c.src.head) && r.opens(u, k)
	}
	who := r.x.Kid(c.verb, "nmod:poss")
	if who < 0 && r.xpos(u, k+1) == "PRP$" {
		who = u.e[k+1].first
	}
	if at := r.place(u, who); who < 0 || at <= k || at >= p || !r.setOff(u, k, p+1) || !r.possessivePronoun(who) && !r.speaks(who) || r.x.Low(who) == "my" || r.x.Low(who) == "our" || r.x.Low(who) == "your" {
		return c, false
	}
	end := p
	if r.possessivePronoun(who) {
		end = k + 2
	} else {
		for end > k+1 && r.xpos(u, end-1) != "POS" {
			end--
		}
		end--
	}
	c.src = r.sourceFrom(u, k+1, end, who)
	c.src.from, c.from = k, p
	return c, c.src.ok
}

// setOff reports whether the stretch [a, b) stands beside a clause: at the head
// of the sentence or behind a mark, and before one or at the end.
func (r *reader) setOff(u *unit, a, b int) bool {
	return r.opens(u, a) && (b >= len(u.e) || r.punct(u, b) || u.e[b].quote >= 0 || a == 0 && r.npEnd(u, b) > 0)
}

// opens reports whether a phrase that begins at k is put before or beside a
// clause.
func (r *reader) opens(u *unit, k int) bool {
	return k == 0 || r.punct(u, k-1) || r.isQuote(u, k-1) || r.is(u, k-1, "that") || r.is(u, k-1, "and") || r.is(u, k-1, "but")
}

// perspectiveNoun returns the phrase that a preposition and a noun begin.
func perspectiveNoun(prep, noun string) *entry {
	switch prep + " " + noun {
	case "by account", "by accounts", "by reckoning", "by estimate", "by count", "by tally", "in telling", "by telling":
		return &account
	case "in words", "in phrase":
		return &inWords
	case "in view", "in opinion", "in estimation", "in judgment", "in judgement", "in eyes", "in reading":
		return &inView
	}
	return nil
}
