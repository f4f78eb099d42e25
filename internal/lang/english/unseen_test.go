package english

import (
	"bufio"
	"os"
	"strings"
	"testing"

	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/model"
	"github.com/travaux/travaux/internal/lang/parse"
	"github.com/travaux/travaux/internal/lang/tokenize"
)

// unseenBar is how many of the sentences must be read as they say.
const unseenBar = 37

// A report's speakers have names that no training text has.
func TestUnseenNames(t *testing.T) {
	m, err := model.English()
	if err != nil {
		t.Fatal(err)
	}
	pipe, err := lang.NewPipeline(tokenize.New(), parse.New(m))
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Open("testdata/unseen.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	n, right, named := 0, 0, 0
	for sc := bufio.NewScanner(f); sc.Scan(); {
		want, text, ok := strings.Cut(sc.Text(), " | ")
		if !ok {
			continue
		}
		words := strings.Fields(want)
		last := words[len(words)-1]
		d := &lang.Doc{Text: text, Blocks: []lang.Block{{Span: lang.Span{End: len(text)}}}}
		if err := pipe.Annotate(d); err != nil {
			t.Fatal(err)
		}
		n++
		subject := d.Toks[0]
		h := int(subject.Head)
		if subject.UPOS == lang.PROPN && strings.HasPrefix(subject.Deprel, "nsubj") && h > 0 && d.Form(h-1) == last {
			right++
		} else {
			t.Logf("%s: %v, %s", text, subject.UPOS, subject.Deprel)
		}
		for _, p := range d.Proposed {
			if p.First == 0 && p.Last == len(words)-1 && p.Type == lang.Person {
				named++
			}
		}
	}
	t.Logf("unseen names: subject of the verb %d of %d, proposed as persons %d", right, n, named)
	if right < unseenBar {
		t.Errorf("%d right, not %d", right, unseenBar)
	}
}
