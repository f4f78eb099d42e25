package dossier

import (
	"bytes"
	"cmp"
	"embed"
	"html/template"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/analysis"
)

//go:embed templates/*.html static/style.css
var assets embed.FS

// Site is the pages of a dossier, rendered one at a time by Render. It is not
// changed after New.
type Site struct {
	data  Data
	rec   *travaux.Record
	title string
	style []byte

	reports     map[string]*travaux.ReportRow
	actors      map[string]*travaux.Actor
	statements  map[string]*travaux.Statement
	events      map[string]*travaux.Event
	proposals   map[string]*travaux.Proposal
	issues      map[string]string // label by id
	bySpeaker   map[string][]*travaux.Statement
	eventsOf    map[string][]*travaux.Event
	relsOf      map[string][]*travaux.Relation     // by actor, event or proposal
	positionsOf map[string][]*travaux.Position     // by party
	consultedOf map[string][]*travaux.Consultation // by who was, and by whom
	uses        map[string][]use                   // by report
	excerpt     map[string]int                     // bytes shown of a passage, by report
	sorted      []*travaux.ReportRow               // by document time
	rank        map[string]int                     // place of a report in sorted
	lead        map[string]*travaux.Statement      // by report: what somebody other than the outlet says
	saidBy      map[string]string                  // where the statements of a speaker begin
	relations   []*travaux.Relation                // as the page of differences lists them
	rowWords    map[string]string                  // of rows without a label
	facts       []*travaux.Corroboration           // as the page of sources lists them
	href        map[string]string                  // where a row stands, by its id
	listed      listed
	view        *analysis.View // what follows from the record

	buffers   *sync.Pool // of bytes.Buffer, for pages being rendered
	templates map[string]*template.Template
	pages     []page
	byPath    map[string]int
}

// page is one HTML file of the site.
type page struct {
	path     string
	title    string
	section  string // path of the entry of the navigation it belongs to
	template string
	siblings []string // paths of all pages of a list that was split
	body     func() any
}

// New lays out the site of d: which pages there are and where each row stands.
// Errors: CodeInvalid when there is no record.
func New(d Data) (*Site, error) {
	if d.Record == nil {
		return nil, travaux.Errorf(travaux.CodeInvalid, "write dossier", "", "there is no record")
	}
	s := &Site{data: d, rec: d.Record.OnSubject(), byPath: map[string]int{}, buffers: &sync.Pool{New: func() any { return new(bytes.Buffer) }}}
	s.title = d.Options.Title
	if s.title == "" {
		s.title = d.Record.Negotiation.Name
	}
	if s.title == "" {
		s.title = "Dossier"
	}
	view, err := analysis.At(s.rec, cmp.Or(d.Record.Negotiation.AsOf, d.Record.Negotiation.KnownBy))
	if err != nil {
		return nil, err
	}
	s.view = view
	s.index()
	s.collectUses()
	s.limitExcerpts()
	if err := s.loadTemplates(); err != nil {
		return nil, err
	}
	s.layOut()
	return s, nil
}

// Paths lists the files of the site, sorted. They all lie in one folder.
func (s *Site) Paths() []string {
	paths := []string{styleFile, briefFile}
	for _, p := range s.pages {
		paths = append(paths, p.path)
	}
	slices.Sort(paths)
	return paths
}

// layOut decides the pages. Lists come first, for they say where rows stand.
func (s *Site) layOut() {
	s.addPage(page{path: "index.html", title: "Overview", template: "index", body: s.overview})
	s.layOutActors()
	s.layOutEvents()
	s.layOutPlans()
	s.layOutVersions()
	s.layOutCloseness()
	s.layOutPositions()
	s.layOutReach()
	s.layOutChanges()
	s.layOutConsultations()
	s.layOutNetwork()
	s.layOutForecasts()
	s.layOutCalendar()
	s.layOutIndicators()
	s.layOutNegotiators()
	s.layOutStatements()
	s.layOutDifferences()
	s.layOutSources()
	s.layOutFirst()
	s.layOutReports()
	s.layOutQuestions()
}

func (s *Site) addPage(p page) {
	if p.section == "" {
		p.section = p.path
	}
	s.byPath[p.path] = len(s.pages)
	s.pages = append(s.pages, p)
}

// addList adds the pages of a list of n rows, size to a page: name.html,
// name-2.html, and so on. It tells place which rows stand on which page and
// returns the paths. A list of no rows has one page.
func (s *Site) addList(name, title, template string, n, size int, place func(path string, from, to int) func() any) {
	var paths []string
	for i := 0; i == 0 || i*size < n; i++ {
		paths = append(paths, pagePath(name, i))
	}
	for i, path := range paths {
		p := page{path: path, title: title, section: paths[0], template: template}
		if len(paths) > 1 {
			p.siblings = paths
		}
		p.body = place(path, i*size, min((i+1)*size, n))
		s.addPage(p)
	}
}

func (s *Site) loadTemplates() error {
	fail := func(err error) error {
		return &travaux.Error{Code: travaux.CodeInternal, Op: "load templates", Err: err}
	}
	var err error
	if s.style, err = assets.ReadFile("static/style.css"); err != nil {
		return fail(err)
	}
	base, err := template.New("").Funcs(template.FuncMap{"count": count, "number": number, "table": tableOf, "missing": missing, "fits": fitsOf}).Funcs(markups()).ParseFS(assets, "templates/layout.html", "templates/cite.html")
	if err != nil {
		return fail(err)
	}
	files, err := fs.Glob(assets, "templates/*.html")
	if err != nil {
		return fail(err)
	}
	s.templates = map[string]*template.Template{}
	for _, f := range files {
		name := strings.TrimSuffix(strings.TrimPrefix(f, "templates/"), ".html")
		if name == "layout" || name == "cite" {
			continue
		}
		t, err := base.Clone()
		if err == nil {
			t, err = t.ParseFS(assets, f)
		}
		if err != nil {
			return fail(err)
		}
		s.templates[name] = t
	}
	return nil
}
