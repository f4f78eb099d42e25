package train

// arena hands out room that is given back all at once.
type arena struct {
	chunks [][]float32
	at     int // chunk in use
	used   int // of it
}

const chunk = 1 << 20

func (a *arena) reset() { a.at, a.used = 0, 0 }

// zeros returns n zeros.
func (a *arena) zeros(n int) []float32 {
	x := a.room(n)
	clear(x)
	return x
}

// room returns n numbers of any value.
func (a *arena) room(n int) []float32 {
	for a.at < len(a.chunks) {
		if c := a.chunks[a.at]; a.used+n <= len(c) {
			a.used += n
			return c[a.used-n : a.used : a.used]
		}
		a.at, a.used = a.at+1, 0
	}
	a.chunks = append(a.chunks, make([]float32, max(n, chunk)))
	a.used = n
	return a.chunks[a.at][:n:n]
}
