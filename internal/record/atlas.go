package record

import (
	"github.com/travaux/travaux/internal/knowledge"
	"github.com/travaux/travaux/internal/reconcile"
)

// WorldAtlas answers from a world file in which state a place lies. A place
// in several states, or disputed, lies in none that is known.
func WorldAtlas(w *knowledge.World) reconcile.Atlas { return worldAtlas{w} }

type worldAtlas struct{ world *knowledge.World }

// State follows "in" upwards, from a house of government what it stands for.
func (a worldAtlas) State(id string) string {
	for range 4 { // a site in a city in a region in a state
		e, ok := a.world.Lookup(id)
		if !ok || len(e.Claimants) > 0 {
			return ""
		}
		up := e.In
		switch e.Kind {
		case knowledge.State:
			return e.ID
		case knowledge.House:
			up = append(up[:len(up):len(up)], e.Of...)
		case knowledge.Place, knowledge.Region:
		default:
			return ""
		}
		if len(up) != 1 {
			return ""
		}
		id = up[0]
	}
	return ""
}

// Within follows "in" upwards by every way.
func (a worldAtlas) Within(id, place string) bool {
	seen := map[string]bool{}
	for queue := []string{id}; len(queue) > 0; queue = queue[1:] {
		e, ok := a.world.Lookup(queue[0])
		if !ok || seen[e.ID] {
			continue
		}
		seen[e.ID] = true
		for _, up := range e.In {
			if up == place {
				return true
			}
			queue = append(queue, up)
		}
	}
	return false
}
