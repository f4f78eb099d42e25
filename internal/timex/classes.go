package timex

// class is a set of word classes; a word can have several ("2025" is a number
// and a year, "second" an ordinal and a unit).
type class uint64

// The classes that patterns name, in upper case without the c.
const (
	cNum      class = 1 << iota // a cardinal, digits or words, folded
	cInt                        // a cardinal without fraction or scale
	cVague                      // several, a few: a number that is not given
	cOrd                        // third, 3rd
	cDay                        // 1 to 31, as a number
	cYear                       // four digits, or said as two pairs
	cDecade                     // 1990s, '80s, nineties
	cMonth                      // a month's full name, or its abbreviation with a stop
	cMonAbbr                    // an abbreviation without a stop
	cWday                       // Monday
	cWdayAbb                    // Mon
	cSeason                     // summer
	cUnit                       // week
	cUnits                      // weeks
	cPart                       // morning, night
	cClock                      // 14:30
	cAmpm                       // p.m.
	cZone                       // GMT
	cHoliday                    // Christmas Day
	cDeictic                    // today, tomorrow
	cVagueRef                   // now, recently: no date can be given
	cMod                        // early, late, mid
	cThis                       // this, last, next and the like
	cISO                        // 2031-05-03
	cQuarter                    // Q3
	cEvery                      // every, each
	cFreq                       // weekly
	cBound                      // over, at least
	cFrac                       // 1/2, half
	cScale                      // million, bn
	cCur                        // $, EUR
	cCurWord                    // dollars
	cPct                        // %, percent
	cTens                       // twenty … ninety
	cSmall                      // one … nineteen
	cHundred                    // hundred
	cDate                       // folded: a date
	cTime                       // folded: a time of day
	cDur                        // folded: a duration
	cSet                        // folded: a set
	cTaken                      // folded: what looks like time and is not
	cAdj                        // an adjective of no other class, where tags tell
)

var classNames = map[string]class{
	"NUM": cNum, "INT": cInt, "VAGUE": cVague, "ORD": cOrd, "DAY": cDay, "YEAR": cYear, "DECADE": cDecade,
	"MONTH": cMonth, "MONABBR": cMonAbbr, "WDAY": cWday, "WDAYABB": cWdayAbb, "SEASON": cSeason,
	"UNIT": cUnit, "UNITS": cUnits, "PART": cPart, "CLOCK": cClock, "AMPM": cAmpm, "ZONE": cZone,
	"HOLIDAY": cHoliday, "DEICTIC": cDeictic, "VAGUEREF": cVagueRef, "MOD": cMod, "THIS": cThis, "ISO": cISO,
	"QUARTER": cQuarter, "EVERY": cEvery, "FREQ": cFreq, "BOUND": cBound, "FRAC": cFrac, "SCALE": cScale,
	"CUR": cCur, "CURWORD": cCurWord, "PCT": cPct, "TENS": cTens, "SMALL": cSmall, "HUNDRED": cHundred,
	"DATE": cDate, "TIME": cTime, "DUR": cDur, "SET": cSet, "TAKEN": cTaken, "ADJ": cAdj,
}

// word is one item of the scanned text; folding replaces several by one.
type word struct {
	start, end int // bytes
	cls        class
	lit        int16 // what patterns call it, 0 for words that no pattern names
	tok        int32 // index into Doc.Toks of the token at start, -1 for none
	val        int32 // of the class: the month, the unit…
	cap        bool  // begins with a capital
	glued      bool  // nothing stands between it and the word before
	named      bool  // a month that the text also has as a name
	num        float64
	text       string // the lexicon entry's fourth column, where it has one
	form       string // as written
	mean       *meaning
}

// is reports whether w has one of the classes.
func (w *word) is(c class) bool { return w.cls&c != 0 }
