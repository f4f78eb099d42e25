package tokenize

import "strings"

// isTitleAbbreviation reports whether w, without its full stop, is a title or
// another abbreviation that never ends a sentence.
func isTitleAbbreviation(w string) bool {
	switch w {
	case "Mr", "Mrs", "Ms", "Messrs", "Mx", "Dr", "Drs", "Prof", "Rev", "Fr", "Hon", "St", "Ste", "Mt", "Ft",
		"Gen", "Lt", "Col", "Maj", "Capt", "Cmdr", "Cpl", "Sgt", "Adm", "Brig", "Cdr", "Pvt", "Pfc", "Supt", "Insp", "Det",
		"Sen", "Sens", "Rep", "Reps", "Gov", "Govs", "Pres", "Amb", "Sec", "Treas", "Atty", "Asst", "Dep", "Del",
		"vs", "cf", "e.g", "i.e", "E.g", "I.e", "viz", "approx", "ca", "pp", "al", "Assn", "Dept", "Univ", "Inst", "Msgr", "Sr.Lt":
		return true
	}
	return false
}

// isAbbreviation reports whether w, without its full stop, is an abbreviation
// that keeps it.
func isAbbreviation(w string) bool {
	if isTitleAbbreviation(w) {
		return true
	}
	switch w {
	case "Inc", "Corp", "Co", "Cos", "Ltd", "Bros", "Jr", "Sr", "Esq", "Plc", "Ph.D", "Ph.Ds", "M.Sc", "B.Sc", "B.Tech",
		"etc", "Etc", "a.m", "p.m", "A.M", "P.M", "Ave", "Blvd", "Rd", "Hwy", "Pkwy",
		"Jan", "Feb", "Apr", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec", "Thur", "Thurs", "Tues", "Mon", "Fri",
		"Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Md", "Mich", "Minn",
		"Mo", "Mont", "Neb", "Nev", "Okla", "Ont", "Ore", "Pa", "Que", "Tenn", "Tex", "Va", "Vt", "Wis", "Wyo",
		"Intl", "Natl", "Govt", "Div", "div", "dept", "govt", "est", "incl", "ext", "min", "misc", "Attn", "Vol", "vol", "ed", "eds":
		return true
	}
	return false
}

// needsNumber reports whether w is an abbreviation only before a number.
func needsNumber(w string) bool {
	switch w {
	case "No", "Nos", "no", "nos", "Art", "art", "Arts", "para", "Para", "paras", "Fig", "fig", "figs", "p", "c", "Ch", "ch", "Mar", "Jun", "Jul", "Sat", "Sun", "Wed", "Res":
		return true
	}
	return false
}

// isPrefix reports whether a compound is not cut after w.
func isPrefix(w string) bool {
	switch w {
	case "non", "anti", "mid", "re", "co", "pre", "pro", "cross", "post", "over", "semi", "multi", "ex", "sub", "counter",
		"pan", "mini", "neo", "socio", "psycho", "inter", "intra", "arch", "ultra", "un", "e", "micro", "macro", "quasi", "pseudo",
		"bi", "tri", "trans", "extra", "under", "out", "de", "geo", "politico",
		"Non", "Anti", "Mid", "Re", "Co", "Pre", "Pro", "Cross", "Post", "Semi", "Multi", "Ex", "Sub", "Counter", "Pan", "Mini",
		"Neo", "Inter", "Ultra", "Un", "E", "NON", "PRO", "ANTI", "EX", "PRE", "POST":
		return true
	}
	return false
}

// isUnit reports whether w, written onto a number, is a word of its own.
func isUnit(w string) bool {
	switch w {
	case "m", "k", "b", "K", "M", "B", "t", "g", "x", "am", "pm", "AM", "PM", "bn", "mn", "tn", "mm", "cm", "km", "kg", "mg", "ft", "lb", "lbs",
		"oz", "ml", "Hz", "kHz", "MHz", "GHz", "MW", "GW", "kW", "kWh", "MWh", "GWh", "TWh", "GB", "MB", "TB", "KB", "mph", "kph", "ha",
		"sqm", "sq", "min", "mins", "hr", "hrs", "yr", "yrs", "million", "billion", "trillion", "BST", "GMT":
		return true
	}
	return false
}

// isDomain reports whether w is the last or last but one label of an internet
// domain, or a file name's ending.
func isDomain(w string) bool {
	switch strings.ToLower(w) {
	case "com", "org", "net", "gov", "edu", "mil", "int", "info", "biz", "io", "eu", "uk", "co", "de", "fr", "ru", "ua", "cn", "ie", "au", "ca",
		"doc", "docx", "pdf", "xls", "txt", "jpg", "png", "html", "htm", "url", "csv", "ai", "tv", "news", "blog":
		return true
	}
	return false
}

// fused returns where a word written as one is cut in two: "cannot", "gonna".
func fused(w string) int {
	if last := w[len(w)-1] | 0x20; len(w) > 8 || last != 't' && last != 'a' && last != 'o' {
		return len(w)
	}
	switch strings.ToLower(w) {
	case "cannot", "gonna", "wanna", "dunno":
		return 3
	case "gotta":
		return 3
	case "dont", "cant", "wont", "isnt", "arnt", "aint":
		return 2
	case "didnt", "wasnt", "hasnt":
		return 3
	case "arent":
		return 3
	case "doesnt", "havent", "werent":
		return 4
	case "couldnt", "wouldnt":
		return 5
	case "shouldnt":
		return 6
	}
	return len(w)
}

// startsSentence reports whether a capitalised w after an abbreviation that may
// end a sentence shows that it did.
func startsSentence(w string) bool {
	switch w {
	case "The", "A", "An", "This", "That", "These", "Those", "He", "She", "It", "They", "We", "I", "You", "His", "Her", "Its", "Their", "Our", "My", "Your",
		"There", "Here", "But", "And", "Or", "So", "Yet", "Nor", "If", "When", "While", "Although", "Though", "Because", "Since", "As", "After", "Before", "Until", "Unless", "Once",
		"In", "On", "At", "By", "For", "From", "With", "Without", "Under", "Over", "During", "Despite", "Among", "Between", "About", "According", "To",
		"What", "Who", "Where", "Why", "How", "Which", "Whether", "However", "Meanwhile", "Moreover", "Instead", "Still", "Also", "Then", "Now", "Earlier", "Later", "Asked",
		"No", "Not", "Some", "Many", "Most", "Both", "All", "Each", "Several", "Few", "One", "Two", "Three", "Officials", "Asked'", "Is", "Are", "Was", "Were", "Do", "Does", "Did", "Let", "Please", "Thanks", "Thank",
		"Last", "Next", "Even", "Only", "Just", "Such", "Neither", "Either", "Critics", "Analysts", "Talks", "Negotiators", "Diplomats",
		"Dozens", "Scores", "Hundreds", "Thousands", "Millions", "Nearly", "Almost", "Roughly", "More", "Fewer", "Another", "Others", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
		"Police", "Lawmakers", "Protesters", "Supporters", "Opponents", "Residents", "Voters", "People", "Authorities", "Prosecutors", "Investigators", "Ministers", "Workers", "Soon", "Today", "Yesterday", "Never", "Perhaps":
		return true
	}
	return false
}

// isSaying reports whether w is a verb that reports a question or exclamation
// quoted before it.
func isSaying(w string) bool {
	switch w {
	case "said", "says", "asked", "asks", "told", "added", "replied", "wrote", "tweeted", "shouted", "wondered", "cried", "joked", "quipped", "exclaimed", "yelled", "chanted", "demanded", "answered":
		return true
	}
	return false
}
