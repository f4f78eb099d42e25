package train

import "math"

func sqrt(x float32) float32 { return float32(math.Sqrt(float64(x))) }
