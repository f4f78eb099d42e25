// Package dossier writes a record as a folder that people read: a static site
// that opens from disk, a Markdown brief, and the record itself.
//
// It is for showing: it orders, words and cites what the record holds, and
// every value it prints leads to the words that carry it. It is not for
// deciding anything: it merges nothing, grades nothing and reads no text for
// meaning, and it never looks at a store or the network. The web application
// serves the same pages through Site, from the same templates and stylesheet.
package dossier
