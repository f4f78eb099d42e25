package judge

import "github.com/travaux/travaux"

// Belonging is what was decided of a report: whether it is on the record's
// subject.
type Belonging struct {
	Belongs    bool
	By, Reason string
}

// Belongs says what judgements decide of reports, by id, where nothing else of
// the reports is known.
func Belongs(reports []*travaux.Report, judgements []travaux.Judgement) map[string]Belonging {
	readings := make([]*travaux.Reading, len(reports))
	for i, r := range reports {
		readings[i] = &travaux.Reading{Report: r}
	}
	return Apply(readings, judgements).Belongs
}

// belong gathers which reports were decided to belong to the subject and which
// not. What two decided differently is in conflict, and left to the rules.
func (a *Applied) belong() {
	verdicts := map[string][]verdict{}
	for _, m := range a.cases {
		if m.Kind != travaux.JudgeKeep && m.Kind != travaux.JudgeSetAside || !m.live() {
			continue
		}
		for i := range m.at {
			if x := &m.at[i]; x.ok() {
				verdicts[x.id] = append(verdicts[x.id], verdict{m, string(m.Kind)})
			}
		}
	}
	oppose(verdicts, "another decides otherwise whether the report belongs")
	a.Belongs = map[string]Belonging{}
	for report, vs := range verdicts {
		for _, v := range vs {
			if _, told := a.Belongs[report]; !told && v.m.live() {
				a.Belongs[report] = Belonging{v.m.Kind == travaux.JudgeKeep, v.m.By, v.m.Reason}
			}
		}
	}
}
