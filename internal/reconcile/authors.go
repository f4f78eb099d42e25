package reconcile

import (
	"fmt"
	"slices"

	"github.com/travaux/travaux"
)

// authored is whom one account names as the authors of a text.
type authored struct {
	reading
	who []string // record ids, sorted
}

// authorship relates accounts that name different authors of one text.
func (rs *relations) authorship(group []*text, about string) {
	var list []authored
	for _, x := range group {
		if x.revised || len(x.claim.Authors) == 0 {
			continue
		}
		a := authored{reading: newReading(x.src, &x.claim.Claim, x.claim.Authors[0], false)}
		for _, v := range x.claim.Authors {
			if id := rs.actors.of(x.src, v.Value); rs.particular(id) {
				a.who = append(a.who, id)
			}
		}
		a.who = orderIDs(a.who)
		if len(a.who) > 0 && !slices.ContainsFunc(list, func(o authored) bool { return slices.Equal(o.who, a.who) }) {
			list = append(list, a)
		}
	}
	slices.SortStableFunc(list, func(a, b authored) int { return compareReadings(a.reading, b.reading) })
	for i, a := range list[:min(len(list), variantLimit)] {
		for _, b := range list[i+1 : min(len(list), variantLimit)] {
			rs.otherAuthors(a, b, about)
		}
	}
}

// otherAuthors relates two sets of authors: one within the other, or one of
// those to whom the other belongs, is finer; sets that share nobody are two
// views of who wrote the text. A text has many hands, so none is called a
// contradiction.
func (rs *relations) otherAuthors(a, b authored, about string) {
	f := finding{subkind: "authorship", strength: "weak", about: about}
	x, y := rs.names(a.who), rs.names(b.who)
	switch {
	case x == y:
		return
	case rs.covered(a.who, b.who):
		f.kind, f.rule = travaux.EntailedBy, "authorship.finer"
		f.explanation = fmt.Sprintf("One passage has the text by %s, the other by %s: one says more closely who, both can be true.", x, y)
	case rs.covered(b.who, a.who):
		f.kind, f.rule = travaux.Entails, "authorship.finer"
		f.explanation = fmt.Sprintf("One passage has the text by %s, the other by %s: one says more closely who, both can be true.", x, y)
	case meet(a.who, b.who):
		f.kind, f.rule = travaux.Overlapping, "authorship.overlaps"
		f.explanation = fmt.Sprintf("One passage has the text by %s, the other by %s: they share an author.", x, y)
	default:
		f.kind, f.rule = travaux.Viewpoint, "authorship.viewpoint"
		f.explanation = fmt.Sprintf("One passage has the text by %s, the other by %s: two accounts of who wrote it.", x, y)
	}
	rs.put(a.span, b.span, x, y, append(slices.Clone(a.value.SupportedBy), b.value.SupportedBy...), f)
}

// covered reports whether each of the coarse names is, or stands above, one of
// the fine.
func (rs *relations) covered(coarse, fine []string) bool {
	return !slices.ContainsFunc(coarse, func(c string) bool {
		return !slices.ContainsFunc(fine, func(f string) bool { return c == f || rs.belongs(f, c) })
	})
}

// particular reports whether an actor is known by a name, not by common nouns
// ("the president's team").
func (rs *relations) particular(id string) bool {
	row := rs.actors.row(id)
	return row != nil && (row.World != "" || properName(row.Canonical))
}

func (rs *relations) names(ids []string) string {
	var out []string
	for _, id := range ids {
		out = append(out, inSentence(rs.actors.name(id)))
	}
	return listWords(orderIDs(out), 4)
}
