package kernel

import "golang.org/x/sys/cpu"

func detect() int {
	x := cpu.X86
	switch {
	case x.HasAVX512F && x.HasAVX512VL && x.HasAVX512DQ && x.HasAVX512BW && x.HasAVX512VNNI:
		return wide
	case x.HasAVX2:
		return narrow
	}
	return portable
}

// With AVX-512 and its VNNI:

//go:noescape
func mul8(pairs int, x *int16, xm int, w *int16, unit float32, scale, y *float32, ym int)

//go:noescape
func mul4(pairs int, x *int16, xm int, w *int16, unit float32, scale, y *float32, ym int)

//go:noescape
func mul1(pairs int, x *int16, w *int16, unit float32, scale, y *float32)

//go:noescape
func curve16(n int, x *float32, in, mul, add float32, coef *float32)

//go:noescape
func quantise16(n int, q *int16, x *float32, k float32)

//go:noescape
func dot32(n int, a, b *int16) int32

// With AVX2:

//go:noescape
func mul2(pairs int, x *int16, xm int, w *int16, unit float32, scale, y *float32, ym int)

//go:noescape
func curve8(n int, x *float32, in, mul, add float32, coef *float32)

//go:noescape
func quantise8(n int, q *int16, x *float32, k float32)

//go:noescape
func dot16(n int, a, b *int16) int32
