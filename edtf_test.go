package travaux

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestInterval(t *testing.T) {
	tests := []struct{ in, lo, hi string }{
		{"2031-05-07", "2031-05-07", "2031-05-07"},
		{"2031-05", "2031-05-01", "2031-05-31"},
		{"2031", "2031-01-01", "2031-12-31"},
		{"2032-02", "2032-02-01", "2032-02-29"},
		{"2100-02", "2100-02-01", "2100-02-28"},
		{"2031-21", "2031-03-01", "2031-05-31"},
		{"2031-22", "2031-06-01", "2031-08-31"},
		{"2031-23", "2031-09-01", "2031-11-30"},
		{"2031-24", "2031-12-01", "2032-02-29"},
		{"2031-33", "2031-01-01", "2031-03-31"},
		{"2031-36", "2031-10-01", "2031-12-31"},
		{"2031-40", "2031-01-01", "2031-06-30"},
		{"2031-41", "2031-07-01", "2031-12-31"},
		{"203X", "2030-01-01", "2039-12-31"},
		{"20XX", "2000-01-01", "2099-12-31"},
		{"2031-XX-07", "2031-01-01", "2031-12-31"},
		{"2031-05-XX", "2031-05-01", "2031-05-31"},
		{"2031-05-2X", "2031-05-20", "2031-05-29"},
		{"2031-02-2X", "2031-02-20", "2031-02-28"},
		{"2031-05-0X", "2031-05-01", "2031-05-09"},
		{"2031-1X", "2031-10-01", "2031-12-31"},
		{"2031-0X", "2031-01-01", "2031-09-30"},
		{"2031-11~", "2031-11-01", "2031-11-30"},
		{"2031-05-07T14:30", "2031-05-07", "2031-05-07"},
		{"2031-05-07/2031-06", "2031-05-07", "2031-06-30"},
		{"2031-12-02/..", "2031-12-02", ".."},
		{"../2031-12-02", "..", "2031-12-02"},
		{"XXXX-11-19", "..", ".."},
		{"", "..", ".."},
	}
	for _, tt := range tests {
		iv, err := EDTF(tt.in).Interval()
		if err != nil {
			t.Errorf("%s: %v", tt.in, err)
			continue
		}
		got := [2]string{string(iv.Lo.EDTF()), string(iv.Hi.EDTF())}
		lo, hi := iv.Open()
		if lo {
			got[0] = ".."
		}
		if hi {
			got[1] = ".."
		}
		if d := cmp.Diff([2]string{tt.lo, tt.hi}, got); d != "" {
			t.Errorf("%s (-want +got)\n%s", tt.in, d)
		}
	}
}

func TestInvalidEDTF(t *testing.T) {
	for _, s := range []string{
		"31", "2031-5", "2031-13", "2031-25", "2031-02-29", "2031-04-31", "2031-05-00", "2031-00", "2031-05-07-01",
		"2031-06/2031-05", "2032/2031", "..", "May 2031", "-031", "+031", "2031-05-3X/zz", "2031-XX-XX-XX", "2031-21-05", "Xmas", "XXXX-November",
	} {
		iv, err := EDTF(s).Interval()
		if err == nil {
			t.Errorf("%q was read as %s/%s", s, iv.Lo.EDTF(), iv.Hi.EDTF())
		} else if CodeOf(err) != CodeInvalid {
			t.Errorf("%q: code %s", s, CodeOf(err))
		}
		if EDTF(s).Valid() {
			t.Errorf("%q is valid", s)
		}
	}
}

// days draws a day of the years that EDTF writes with four digits.
func days() *rapid.Generator[Day] {
	return rapid.Map(rapid.IntRange(int(DayOf(0, 1, 1)), int(DayOf(9999, 12, 31))), func(n int) Day { return Day(n) })
}

func intervals() *rapid.Generator[Interval] {
	return rapid.Custom(func(t *rapid.T) Interval {
		a, b := days().Draw(t, "a"), days().Draw(t, "b")
		switch rapid.IntRange(0, 3).Draw(t, "open") {
		case 0:
			return Interval{minDay, a}
		case 1:
			return Interval{a, maxDay}
		}
		return Interval{min(a, b), max(a, b)}
	})
}

func TestDayRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := days().Draw(t, "day")
		iv, err := d.EDTF().Interval()
		if err != nil || iv != (Interval{d, d}) {
			t.Fatalf("%d is written %s and read %v, %v", d, d.EDTF(), iv, err)
		}
		y, m, n := d.Date()
		if DayOf(y, int(m), n) != d {
			t.Fatalf("%d is %d-%d-%d and back %d", d, y, m, n, DayOf(y, int(m), n))
		}
		if want := time.Date(y, m, n, 0, 0, 0, 0, time.UTC).Weekday(); d.Weekday() != want {
			t.Fatalf("%s is a %s, want %s", d.EDTF(), d.Weekday(), want)
		}
	})
}

func TestIntervalLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := intervals().Draw(t, "a"), intervals().Draw(t, "b"), intervals().Draw(t, "c")
		if !a.Within(a) || !a.Overlaps(a) || a.Before(a) {
			t.Fatal("an interval is within itself, overlaps itself, is not before itself")
		}
		if a.Overlaps(b) != b.Overlaps(a) {
			t.Fatal("overlap is symmetric")
		}
		if a.Within(b) && !a.Overlaps(b) {
			t.Fatal("what is within overlaps")
		}
		if a.Within(b) && b.Within(a) && a != b {
			t.Fatal("within both ways is equal")
		}
		if a.Within(b) && b.Within(c) && !a.Within(c) {
			t.Fatal("within is transitive")
		}
		if n := boolCount(a.Before(b), b.Before(a), a.Overlaps(b)); n != 1 {
			t.Fatalf("exactly one of before, after and overlap holds, not %d", n)
		}
		if lo, hi := a.Open(); (lo || hi) != (a.Days() == 0) {
			t.Fatal("only an open interval has no number of days")
		}
	})
}

func boolCount(bs ...bool) (n int) {
	for _, b := range bs {
		if b {
			n++
		}
	}
	return n
}

func TestParserTakesAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(rapid.SampledFrom([]string{"2031", "X", "-", "05", "/", "..", "~", "?", "T", "0", "31", "13", "+", "é"}), 0, 8).Draw(t, "parts")
		e := EDTF(strings.Join(parts, ""))
		iv, err := e.Interval()
		if err == nil && iv.Lo > iv.Hi {
			t.Fatalf("%s begins after it ends", e)
		}
		if e.Valid() != (err == nil) {
			t.Fatalf("%s: Valid and Interval disagree", e)
		}
	})
}

func FuzzInterval(f *testing.F) {
	for _, s := range []string{"2031-05-07", "203X-24/..", "XXXX-11-19", "2031-02-29", "../..", "-", "2031-05-07T", "99999"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if iv, err := EDTF(s).Interval(); err == nil && iv.Lo > iv.Hi {
			t.Errorf("%q begins after it ends", s)
		}
	})
}

// TestDayOf compares the arithmetic with the library's.
func TestDayOf(t *testing.T) {
	epoch := time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, year := range []int{-401, -400, -4, -1, 0, 1, 4, 99, 100, 400, 1900, 1999, 2000, 2024, 2031, 2100, 9999} {
		for month := -14; month <= 27; month++ {
			for _, day := range []int{-40, 0, 1, 28, 29, 31, 60} {
				want := Day(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix()/86400 - epoch.Unix()/86400)
				if got := DayOf(year, month, day); got != want {
					t.Fatalf("DayOf(%d, %d, %d) = %d, want %d", year, month, day, got, want)
				}
			}
		}
	}
}
