package event

// caption reports whether the sentence of token i says what a picture shows.
func (r *reader) caption(i int) bool {
	n := int(r.Doc.Toks[i].Sent)
	if r.captionAt != n+1 {
		r.captionAt, r.isCaption = n+1, r.captioned(n)
	}
	return r.isCaption
}

func (r *reader) captioned(n int) bool {
	s := &r.Doc.Sents[n]
	for k := s.First; k < s.Last; k++ {
		switch r.Low(k) {
		case "pictured":
			return true
		case "left", "right", "centre", "center":
			if r.Low(k-1) == "(" {
				return true
			}
		}
	}
	return false
}
