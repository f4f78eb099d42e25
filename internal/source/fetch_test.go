package source

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/travaux/travaux"
)

// site serves what a fetch can meet.
func site(t *testing.T) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	mux.HandleFunc("/page", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Write([]byte("<p>Talks resumed for " + r.Header.Get("User-Agent")))
	})
	mux.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/page", http.StatusFound) })
	mux.HandleFunc("/loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) })
	mux.HandleFunc("/file", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "file:///etc/hostname", http.StatusFound)
	})
	mux.HandleFunc("/gopher", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "gopher://example.org/", http.StatusFound)
	})
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	mux.HandleFunc("/stalls", func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte("begin"))
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	})
	mux.HandleFunc("/long", func(w http.ResponseWriter, r *http.Request) {
		w.(http.Flusher).Flush() // no length is announced
		w.Write([]byte(strings.Repeat("x", 5000)))
	})
	mux.HandleFunc("/short", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "900")
		w.Write([]byte("cut"))
	})
	srv := httptest.NewServer(mux)
	t.Cleanup(srv.Close)
	return srv
}

func TestFetch(t *testing.T) {
	srv := site(t)
	opts := Options{AllowPrivate: true, Timeout: 150 * time.Millisecond, MaxBytes: 1000, UserAgent: "test/1"}
	for _, tt := range []struct {
		path string
		code travaux.Code
		says string
	}{
		{"/page", "", "Talks resumed for test/1"},
		{"/moved", "", "Talks resumed"},
		{"/loop", travaux.CodeUnreadable, "more than 5 times"},
		{"/file", travaux.CodeRefused, "only http and https"},
		{"/gopher", travaux.CodeRefused, "only http and https"},
		{"/slow", travaux.CodeTimeout, "no answer within 150ms"},
		{"/stalls", travaux.CodeTimeout, "no answer within 150ms"},
		{"/long", travaux.CodeTooLarge, "larger than the limit"},
		{"/short", travaux.CodeTruncated, "broke off"},
		{"/none", travaux.CodeHTTP, "404"},
	} {
		t.Run(tt.path, func(t *testing.T) {
			for it, err := range Walk(context.Background(), []string{srv.URL + tt.path}, opts) {
				if travaux.CodeOf(err) != tt.code {
					t.Fatalf("code %q, want %q: %v", travaux.CodeOf(err), tt.code, err)
				}
				text := string(it.Data)
				if err != nil {
					text = err.Error()
				} else if it.URL != srv.URL+"/page" || it.MediaType != "text/html; charset=utf-8" {
					t.Errorf("from %q, %q", it.URL, it.MediaType)
				}
				if !strings.Contains(text, tt.says) {
					t.Errorf("%q does not say %q", text, tt.says)
				}
				if it.File != srv.URL+tt.path {
					t.Errorf("named %q", it.File)
				}
			}
		})
	}
}

func TestFetchRefusesPrivate(t *testing.T) {
	srv := site(t) // on a loopback address
	port := srv.URL[strings.LastIndex(srv.URL, ":"):]
	for _, address := range []string{
		srv.URL + "/page", "http://localhost" + port + "/page", "http://[::1]" + port, "http://[::ffff:127.0.0.1]" + port,
		"http://0.0.0.0" + port, "http://10.1.2.3/", "http://169.254.169.254/latest", "http://100.64.0.1/", "http://[fd00::1]/",
		"file:///etc/hostname", "ftp://example.org/a.txt",
	} {
		for _, err := range Walk(context.Background(), []string{address}, Options{Timeout: 2 * time.Second}) {
			if travaux.CodeOf(err) != travaux.CodeRefused {
				t.Errorf("%s: %v, want a refusal", address, err)
			}
		}
	}
}

// A public address that redirects to a private one, or whose name comes to
// mean one, is refused when it is dialled: public is what the dialler asks.
func TestPublic(t *testing.T) {
	for _, address := range []string{
		"127.0.0.1:80", "127.9.9.9:80", "10.0.0.1:80", "172.16.0.1:443", "192.168.1.1:80", "169.254.169.254:80",
		"100.64.0.1:80", "100.127.255.255:80", "0.0.0.0:80", "224.0.0.1:80", "255.255.255.255:80", "198.18.0.1:80",
		"[::1]:80", "[::]:80", "[fe80::1%eth0]:80", "[fc00::1]:80", "[fd12::1]:80", "[ff02::1]:80",
		"[::ffff:10.0.0.1]:80", "[64:ff9b::7f00:1]:80", "[2002:7f00:1::]:80", "localhost:80", "nonsense",
	} {
		if public(address) == nil {
			t.Errorf("%s passes as public", address)
		}
	}
	for _, address := range []string{"8.8.8.8:53", "172.32.0.1:80", "100.128.0.1:80", "[2606:4700::1111]:443"} {
		if err := public(address); err != nil {
			t.Errorf("%s: %v", address, err)
		}
	}
}

// A host that may be dialled redirects to one that may not.
func TestFetchRedirectToPrivate(t *testing.T) {
	inner := site(t)
	outer := httptest.NewServer(http.RedirectHandler(inner.URL+"/page", http.StatusFound))
	defer outer.Close()
	w := &walker{Options: Options{MaxBytes: 1000, Timeout: time.Second}}
	w.client = client(w.Options)
	tr := w.client.Transport.(*http.Transport)
	guarded := tr.DialContext
	open := client(Options{AllowPrivate: true}).Transport.(*http.Transport).DialContext
	first := strings.TrimPrefix(outer.URL, "http://")
	tr.DialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
		if address == first { // stands for a public host
			return open(ctx, network, address)
		}
		return guarded(ctx, network, address)
	}
	_, err := w.fetch(context.Background(), outer.URL)
	if travaux.CodeOf(err) != travaux.CodeRefused || !strings.Contains(err.Error(), "private") {
		t.Errorf("got %v, want a refusal", err)
	}
}
