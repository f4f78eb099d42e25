package plover

// Deed is an act as one verb tells it, for those who look for deeds of a kind
// rather than between two given sides.
type Deed struct {
	Root  Root
	Class string // of what it is about: "curb", "aid" (classes.tsv); "" for none
	Thing int    // the noun of that class, -1
	Ended bool   // it puts an end to that
}

// Deed reads the verb at token i by itself, without what governs it or what it
// governs: of "threatened to impose a levy" the levy is imposed at "impose". A
// threat, a promise or an announcement is one only of a thing: "threatened
// sanctions". Its Root is "" where it tells of no act.
func (r *Reader) Deed(i int) Deed {
	out := Deed{Thing: -1}
	p, ok := r.x.Predicate(i)
	if !ok {
		return out
	}
	things := r.things(&p)
	for _, c := range things {
		if c.near || len(p.Object) == 0 && out.Thing < 0 {
			out.Class, out.Thing = c.class, c.head
		}
		if c.near {
			break
		}
	}
	for _, s := range r.senses(i) {
		if !r.follows(&p, s.more) {
			continue
		}
		switch s.deals {
		case begins, wills, refuses, requests:
			return out
		case says, agrees, threatens:
			if p.Complement < 0 && out.Thing >= 0 {
				out.Root = r.thing(s, out.Class)
			}
			return out
		}
		if root := r.resolve(&p, s, things, Side{}, deepest); root != "" {
			out.Root, out.Ended = root, s.deals == stops
			return out
		}
	}
	return out
}

// thing is what is said, promised or threatened of a thing of a class.
func (r *Reader) thing(s sense, class string) Root {
	root := r.lex.classes[class][makes]
	switch s.deals {
	case says: // what is announced of forces or talks is not yet done
		if class != "curb" && class != "aid" {
			return ""
		}
	case threatens:
		return Threaten
	case agrees:
		return root.ahead()
	}
	return root
}
