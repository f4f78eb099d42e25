package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the scripts' expected output")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"travaux": func() { os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// TestScripts runs the command line as a user does: testdata/script/*.txt.
// $SITE is a server on this machine with pages good and bad.
func TestScripts(t *testing.T) {
	site := httptest.NewServer(pages())
	t.Cleanup(site.Close)
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Setup: func(e *testscript.Env) error {
			e.Setenv("SITE", site.URL)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"write": write,
			"exits": exits,
			"row":   row,
		},
	})
}

func pages() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/talks", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Write([]byte(page))
	})
	mux.HandleFunc("/slow", func(_ http.ResponseWriter, r *http.Request) {
		select {
		case <-r.Context().Done():
		case <-time.After(5 * time.Second):
		}
	})
	mux.HandleFunc("/away", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "file:///etc/hostname", http.StatusFound)
	})
	return mux
}

const page = `<!DOCTYPE html><html lang="en"><head><title>Quay talks resume</title>
<meta property="og:site_name" content="Harbour Wire"><meta property="article:published_time" content="2031-03-05T08:00:00Z"></head>
<body><nav><a href="/">Home</a><a href="/sport">Sport</a></nav><article><h1>Quay talks resume</h1>
<p>Dock minister Ada Lund met crane union leader Sam Okoro in Port Halle on Tuesday for three hours, both sides said.</p>
<p>“We are closer than last week,” Okoro told reporters after the session. The minister said the offer of four points stood.</p>
<p>The talks had broken off in February, when the union walked out over a clause on night shifts that it called unworkable.</p>
</article><footer>© Harbour Wire</footer></body></html>`

// exits runs a command and asks for its exit status: exits 3 travaux add …
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits STATUS command [args...]")
	}
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		exit, ok := errors.AsType[*exec.ExitError](err)
		if !ok {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if strconv.Itoa(got) != args[0] {
		ts.Fatalf("exit status %d, want %s", got, args[0])
	}
}

// write makes inputs that a script cannot hold: write KIND FILE.
func write(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: write empty|binary|large|lines|nested|badutf8|many file")
	}
	if args[0] == "many" { // a folder of 200 reports
		if err := generate(ts.MkAbs(args[1]), 200); err != nil {
			ts.Fatalf("%v", err)
		}
		return
	}
	f, err := os.Create(ts.MkAbs(args[1]))
	ts.Check(err)
	defer f.Close()
	switch args[0] {
	case "empty":
	case "binary":
		_, err = f.Write([]byte{0x7f, 'E', 'L', 'F', 0, 0, 1, 2, 0xff, 0xfe, 0, 3})
	case "large": // 200 MB, sparse
		err = f.Truncate(200 << 20)
	case "lines":
		for range 100_000 {
			if _, err = f.WriteString("The delegates met again in Port Halle.\n"); err != nil {
				break
			}
		}
	case "nested":
		for range 100_000 {
			if _, err = f.WriteString("<div>"); err != nil {
				break
			}
		}
	case "badutf8":
		_, err = f.WriteString("The minister\xff\xfe said the talks in Port Halle would go on.\n")
	default:
		ts.Fatalf("cannot write %s", args[0])
	}
	ts.Check(err)
}

// row sets a variable to the id of a row of an exported record: row NAME FILE
// LIST WORDS takes the first row of the list whose JSON holds the words.
func row(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 4 {
		ts.Fatalf("usage: row NAME FILE LIST WORDS")
	}
	var lists map[string]json.RawMessage
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[1])), &lists))
	var rows []json.RawMessage
	ts.Check(json.Unmarshal(lists[args[2]], &rows))
	for _, r := range rows {
		if strings.Contains(string(r), args[3]) {
			var x struct{ ID string }
			ts.Check(json.Unmarshal(r, &x))
			ts.Setenv(args[0], x.ID)
			return
		}
	}
	ts.Fatalf("no row of %s has %q:\n%s", args[2], args[3], lists[args[2]])
}
