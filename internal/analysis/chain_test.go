package analysis

import (
	"slices"
	"testing"
)

func TestIndependent(t *testing.T) {
	tests := []struct {
		name   string
		chains []chain
		want   int
	}{
		{"one outlet in its own voice", []chain{{"a", "a"}}, 1},
		{"two outlets in their own voice", []chain{{"a", "a"}, {"b", "b"}}, 2},
		{"two reports of one outlet", []chain{{"a", "a"}, {"a", "a"}}, 1},
		{"five outlets repeating one official", []chain{{"a", "x"}, {"b", "x"}, {"c", "x"}, {"d", "x"}, {"e", "x"}}, 1},
		{"one outlet, two officials", []chain{{"a", "x"}, {"a", "y"}}, 1},
		{"two outlets, one official each and one shared", []chain{{"a", "x"}, {"b", "x"}, {"b", "y"}}, 2},
		{"an outlet repeats another", []chain{{"a", "a"}, {"b", "a"}}, 1},
		{"an augmenting path is found", []chain{{"a", "x"}, {"a", "y"}, {"b", "x"}, {"c", "y"}, {"c", "z"}}, 3},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := independent(tt.chains); len(got) != tt.want {
				t.Errorf("independent = %v, want %d", got, tt.want)
			}
			slices.Reverse(tt.chains)
			if got := independent(tt.chains); len(got) != tt.want {
				t.Errorf("reversed: %v, want %d", got, tt.want)
			}
		})
	}
}
