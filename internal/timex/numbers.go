package timex

// foldNumbers joins the words of each cardinal: "twenty-eight", "two hundred
// and five", "1.2 million", "2 1/2", "a dozen", "half a million". A year said
// as two pairs ("nineteen ninety-six") becomes a year.
func foldNumbers(ws []word) []word {
	out := ws[:0]
	for i := 0; i < len(ws); {
		w, n := numberAt(ws, i)
		if n == 0 {
			w, n = ws[i], 1
		}
		out = append(out, w)
		i += n
	}
	return out
}

// numberAt reads the longest cardinal at ws[i] and how many words it takes; 0
// where there is none to fold.
func numberAt(ws []word, i int) (word, int) {
	if y, n := spokenYear(ws, i); n > 0 {
		return y, n
	}
	total, n, whole := 0.0, 0, true
	for {
		part, k, ok := hundreds(ws, i+n)
		if k == 0 {
			break
		}
		whole = whole && ok
		n += k
		scale := 1.0
		for i+n < len(ws) && ws[i+n].is(cScale) {
			for range ws[i+n].val {
				scale *= 10
			}
			n++
		}
		total += part * scale
		if scale == 1 {
			break
		}
		if j := i + n; j+1 < len(ws) && ws[j].form == "and" && ws[j+1].is(cSmall|cTens) {
			n++ // "two thousand and five"
		} else if j >= len(ws) || !ws[j].is(cSmall|cTens) {
			break
		}
	}
	if n == 0 {
		return word{}, 0
	}
	if k, f := fraction(ws, i+n); k > 0 {
		total, n, whole = total+f, n+k, false
	}
	if n == 1 && ws[i].is(cNum) {
		return word{}, 0
	}
	w := ws[i]
	w.end, w.cls, w.lit, w.num, w.val = ws[i+n-1].end, cNum, 0, total, int32(total)
	if whole {
		w.cls |= cInt
	}
	if n == 1 {
		w.lit = ws[i].lit
	}
	return w, n
}

// hundreds reads a number below the scales: digits, or words up to 999, "a
// hundred" or "a dozen" included; whole is false for one with decimals.
func hundreds(ws []word, i int) (num float64, n int, whole bool) {
	if i >= len(ws) {
		return 0, 0, true
	}
	w := &ws[i]
	switch {
	case w.is(cNum) && !w.is(cSmall|cTens):
		return w.num, 1, w.is(cInt)
	case (w.form == "a" || w.form == "A" || w.form == "an") && i+1 < len(ws) && (ws[i+1].is(cHundred) || ws[i+1].is(cScale)):
		if ws[i+1].is(cScale) {
			return 1, 1, true
		}
		return float64(ws[i+1].val), 2, true
	case w.form == "half" && i+2 < len(ws) && ws[i+1].form == "a" && ws[i+2].is(cScale):
		return 0.5, 2, false
	case w.form == "half" && i+2 < len(ws) && ws[i+1].form == "a" && ws[i+2].is(cHundred):
		return float64(ws[i+2].val) / 2, 3, true
	case !w.is(cSmall | cTens):
		return 0, 0, true
	}
	num, n = belowHundred(ws, i)
	j := i + n
	if j+1 < len(ws) && ws[j].form == "-" && ws[j+1].is(cHundred) {
		j, n = j+1, n+1 // "three-dozen"
	}
	if j < len(ws) && ws[j].is(cHundred) {
		num, n = num*float64(ws[j].val), n+1
		j++
		if j+1 < len(ws) && ws[j].form == "and" && ws[j+1].is(cSmall|cTens) {
			more, k := belowHundred(ws, j+1)
			return num + more, n + 1 + k, true
		}
		if j < len(ws) && ws[j].is(cSmall|cTens) {
			more, k := belowHundred(ws, j)
			return num + more, n + k, true
		}
	}
	return num, n, true
}

// belowHundred reads one, nineteen, twenty, twenty-eight.
func belowHundred(ws []word, i int) (float64, int) {
	v := float64(ws[i].val)
	if !ws[i].is(cTens) {
		return v, 1
	}
	j := i + 1
	if j < len(ws) && ws[j].form == "-" {
		j++
	}
	if j < len(ws) && ws[j].is(cSmall) && ws[j].val > 0 && ws[j].val < 10 {
		return v + float64(ws[j].val), j - i + 1
	}
	return v, 1
}

// fraction reads what can follow a number: "1/2", "and a half".
func fraction(ws []word, i int) (int, float64) {
	if i < len(ws) && ws[i].is(cFrac) && isDigit(ws[i].form[0]) {
		return 1, ws[i].num
	}
	if i+2 < len(ws) && ws[i].form == "and" && ws[i+1].form == "a" && ws[i+2].form == "half" {
		return 3, 0.5
	}
	return 0, 0
}

// spokenYear reads "nineteen ninety-six", "twenty thirty-one".
func spokenYear(ws []word, i int) (word, int) {
	w := ws[i]
	if !w.is(cSmall|cTens) || w.val < 17 || w.val > 20 || i+1 >= len(ws) {
		return word{}, 0
	}
	next := &ws[i+1]
	if !next.is(cTens) && !(next.is(cSmall) && next.val >= 10) {
		return word{}, 0
	}
	rest, n := belowHundred(ws, i+1)
	w.end, w.cls, w.lit, w.val = ws[i+n].end, cYear, 0, w.val*100+int32(rest)
	return w, n + 1
}
