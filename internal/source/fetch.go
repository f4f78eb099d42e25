package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"syscall"
	"time"

	"github.com/travaux/travaux"
)

const maxRedirects = 5

// errPrivate and errScheme are why a fetch is refused.
var (
	errPrivate = errors.New("the address is private; allow it explicitly if that is meant")
	errScheme  = errors.New("only http and https are fetched")
)

// client returns a client that dials no private address, unless they are
// allowed. The address is checked when it is dialled, after the name was
// resolved, so that neither a redirect nor a name that changes gets by. No
// proxy of the environment is used: it would dial in the client's stead.
func client(o Options) *http.Client {
	dialer := &net.Dialer{Timeout: 10 * time.Second}
	if !o.AllowPrivate {
		dialer.Control = func(_, address string, _ syscall.RawConn) error { return public(address) }
	}
	return &http.Client{
		Timeout: o.Timeout,
		Transport: &http.Transport{
			DialContext:            dialer.DialContext,
			TLSHandshakeTimeout:    10 * time.Second,
			MaxResponseHeaderBytes: 1 << 20,
			DisableKeepAlives:      true,
			ForceAttemptHTTP2:      true,
		},
		CheckRedirect: func(r *http.Request, via []*http.Request) error {
			if r.URL.Scheme != "http" && r.URL.Scheme != "https" {
				return fmt.Errorf("redirected to %s: %w", r.URL.Redacted(), errScheme)
			}
			if len(via) > maxRedirects {
				return fmt.Errorf("redirected more than %d times", maxRedirects)
			}
			return nil
		},
	}
}

// reserved are the ranges beyond those that netip knows as private which lead
// to no public host.
var reserved = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"),       // this network
	netip.MustParsePrefix("100.64.0.0/10"),   // carrier-grade NAT
	netip.MustParsePrefix("192.0.0.0/24"),    // protocol assignments
	netip.MustParsePrefix("192.0.2.0/24"),    // documentation
	netip.MustParsePrefix("198.18.0.0/15"),   // benchmarking
	netip.MustParsePrefix("198.51.100.0/24"), // documentation
	netip.MustParsePrefix("203.0.113.0/24"),  // documentation
	netip.MustParsePrefix("240.0.0.0/4"),     // reserved, broadcast
	netip.MustParsePrefix("64:ff9b:1::/48"),  // local-use translation
	netip.MustParsePrefix("100::/64"),        // discard
	netip.MustParsePrefix("2001::/23"),       // protocol assignments, Teredo
	netip.MustParsePrefix("2001:db8::/32"),   // documentation
	netip.MustParsePrefix("fec0::/10"),       // site-local
}

// public returns an error unless address, host:port with the host a number, is
// one that the public internet routes.
func public(address string) error {
	ap, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("%s: %w", address, errPrivate)
	}
	if ip := embedded(ap.Addr().Unmap().WithZone("")); !routable(ip) {
		return fmt.Errorf("%s: %w", ip, errPrivate)
	}
	return nil
}

func routable(ip netip.Addr) bool {
	if ip.IsUnspecified() || ip.IsLoopback() || ip.IsPrivate() || ip.IsLinkLocalUnicast() || ip.IsMulticast() || !ip.IsValid() {
		return false
	}
	for _, p := range reserved {
		if p.Contains(ip) {
			return false
		}
	}
	return true
}

// embedded returns the IPv4 address that a NAT64 or 6to4 address leads to, or
// the address itself.
func embedded(ip netip.Addr) netip.Addr {
	if !ip.Is6() {
		return ip
	}
	b := ip.As16()
	switch {
	case netip.MustParsePrefix("64:ff9b::/96").Contains(ip):
		return netip.AddrFrom4([4]byte(b[12:16]))
	case netip.MustParsePrefix("2002::/16").Contains(ip):
		return netip.AddrFrom4([4]byte(b[2:6]))
	}
	return ip
}

// fetch gets one URL.
func (w *walker) fetch(ctx context.Context, address string) (Item, error) {
	it := Item{File: address}
	fail := func(code travaux.Code, err error) (Item, error) {
		return it, &travaux.Error{Code: code, Op: "fetch", ID: address, Err: err}
	}
	u, err := url.Parse(address)
	if err != nil || u.Host == "" && u.Scheme != "file" {
		return fail(travaux.CodeInvalid, errors.New("it is not a complete URL"))
	}
	if s := strings.ToLower(u.Scheme); s != "http" && s != "https" {
		return fail(travaux.CodeRefused, errScheme)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return fail(travaux.CodeInvalid, err)
	}
	req.Header.Set("User-Agent", w.UserAgent)
	req.Header.Set("Accept", "text/html,application/xhtml+xml,application/pdf,text/plain,text/markdown,message/rfc822;q=0.9,*/*;q=0.5")
	req.Header.Set("Accept-Language", "en")
	resp, err := w.client.Do(req)
	if err != nil {
		return fail(w.reason(err))
	}
	defer resp.Body.Close()
	if resp.StatusCode < 200 || resp.StatusCode > 299 {
		return fail(travaux.CodeHTTP, fmt.Errorf("the server answered %s", resp.Status))
	}
	if resp.ContentLength > w.MaxBytes {
		return fail(travaux.CodeTooLarge, fmt.Errorf("it has %s; the limit is %s", size(resp.ContentLength), size(w.MaxBytes)))
	}
	data, err := io.ReadAll(io.LimitReader(resp.Body, w.MaxBytes+1))
	switch {
	case err != nil && (errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF)):
		return fail(travaux.CodeTruncated, errors.New("the connection broke off before the end"))
	case err != nil:
		return fail(w.reason(err))
	case int64(len(data)) > w.MaxBytes:
		return fail(travaux.CodeTooLarge, fmt.Errorf("it is larger than the limit of %s", size(w.MaxBytes)))
	}
	it.Data, it.MediaType, it.URL = data, resp.Header.Get("Content-Type"), resp.Request.URL.String()
	return it, nil
}

// reason says in plain words why a fetch failed.
func (w *walker) reason(err error) (travaux.Code, error) {
	var dns *net.DNSError
	var timeout interface{ Timeout() bool }
	switch {
	case errors.Is(err, errPrivate), errors.Is(err, errScheme):
		if e, ok := errors.AsType[*url.Error](err); ok {
			err = e.Err
		}
		if e, ok := errors.AsType[*net.OpError](err); ok {
			err = e.Err
		}
		return travaux.CodeRefused, err
	case errors.Is(err, context.Canceled):
		return travaux.CodeTimeout, errors.New("the fetch was interrupted")
	case errors.As(err, &timeout) && timeout.Timeout():
		return travaux.CodeTimeout, fmt.Errorf("no answer within %s", w.Timeout)
	case errors.As(err, &dns):
		return travaux.CodeNotFound, fmt.Errorf("the host %q was not found", dns.Name)
	}
	if e, ok := errors.AsType[*url.Error](err); ok {
		err = e.Err
	}
	return travaux.CodeUnreadable, err
}

// size words a number of bytes.
func size(n int64) string {
	switch {
	case n >= 1<<20:
		return fmt.Sprintf("%.1f MiB", float64(n)/(1<<20))
	case n >= 1<<10:
		return fmt.Sprintf("%.1f KiB", float64(n)/(1<<10))
	}
	return fmt.Sprintf("%d bytes", n)
}
