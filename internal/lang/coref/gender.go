package coref

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed given.tsv
var givenTSV string

var given = sync.OnceValue(func() map[string]byte {
	m, err := readGiven(givenTSV)
	if err != nil { // the embedded file is checked by a test
		return nil
	}
	return m
})

func readGiven(data string) (map[string]byte, error) {
	m := make(map[string]byte)
	for n, line := range strings.Split(data, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		name, g, _ := strings.Cut(line, "\t")
		if name == "" || g != "f" && g != "m" {
			return nil, fmt.Errorf("given name line %d: %q", n+1, line)
		}
		if _, twice := m[name]; twice {
			return nil, fmt.Errorf("given name line %d: %q twice", n+1, name)
		}
		m[name] = g[0]
	}
	return m, nil
}

// genderOf reads the words of a title that tell it: 'f', 'm' or 0.
func genderOf(title string) byte {
	for _, w := range strings.Fields(strings.ToLower(title)) {
		switch strings.TrimSuffix(w, ".") {
		case "mr", "sir", "lord", "king", "prince", "duke", "baron", "sheikh", "sheik", "imam", "pope", "cardinal", "spokesman", "chairman", "congressman", "businessman", "councilman", "assemblyman", "statesman", "father", "brother", "husband", "son", "emperor":
			return 'm'
		case "mrs", "ms", "miss", "dame", "lady", "queen", "princess", "duchess", "baroness", "spokeswoman", "chairwoman", "congresswoman", "businesswoman", "councilwoman", "assemblywoman", "mother", "sister", "wife", "daughter", "empress":
			return 'f'
		}
	}
	return 0
}

// genderOfName is the gender of a full name's given name, or 0.
func genderOfName(words []string) byte {
	if len(words) < 2 {
		return 0
	}
	name, _, _ := strings.Cut(words[0], "-")
	return given()[name]
}
