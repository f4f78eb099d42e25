package tag

import "github.com/travaux/travaux/internal/lang"

// feats returns the features that follow from a tag alone, in UD's order.
func feats(upos lang.POS, xpos string) string {
	switch xpos {
	case "NN", "NNP":
		return "Number=Sing"
	case "NNS", "NNPS":
		return "Number=Plur"
	case "VB":
		return "VerbForm=Inf"
	case "VBD":
		return "Mood=Ind|Tense=Past|VerbForm=Fin"
	case "VBG":
		if upos == lang.VERB || upos == lang.AUX {
			return "Tense=Pres|VerbForm=Part"
		}
	case "VBN":
		return "Tense=Past|VerbForm=Part"
	case "VBP":
		return "Mood=Ind|Tense=Pres|VerbForm=Fin"
	case "VBZ":
		return "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
	case "MD":
		return "VerbForm=Fin"
	case "JJ":
		return "Degree=Pos"
	case "JJR", "RBR":
		return "Degree=Cmp"
	case "JJS", "RBS":
		return "Degree=Sup"
	case "CD":
		return "NumType=Card"
	case "PRP$":
		return "Case=Gen|Poss=Yes|PronType=Prs"
	case "PRP":
		return "PronType=Prs"
	}
	return ""
}
