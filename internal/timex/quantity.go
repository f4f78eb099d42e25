package timex

import (
	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

func quantities(qs []travaux.Quantity, doc *lang.Doc, ws []word) []travaux.Quantity { return qs }
