package timex

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/travaux/travaux"
)

//go:embed zones.tsv
var zonesTSV string

var cityZones = sync.OnceValue(func() map[string]string {
	m := make(map[string]string, 512)
	for line := range strings.Lines(zonesTSV) {
		if city, zone, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t"); ok && city[0] != '#' {
			m[city] = zone
		}
	}
	return m
})

// zoneOf is the zone whose clock a report keeps: that of the places of its
// dateline, where they are known and agree, else "".
func zoneOf(report *travaux.Report) string {
	zone := ""
	for _, p := range report.Places {
		name := strings.ToLower(p.Value)
		z, ok := cityZones()[name]
		if city, _, comma := strings.Cut(name, ","); !ok && comma {
			z, ok = cityZones()[city]
		}
		if !ok || zone != "" && z != zone {
			return ""
		}
		zone = z
	}
	return zone
}
