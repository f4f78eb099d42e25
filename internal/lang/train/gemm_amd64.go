package train

import "golang.org/x/sys/cpu"

//go:noescape
func gemm8(k int, a *float32, am, ak int, b, c *float32, cm int)

//go:noescape
func gemm1(k int, a *float32, ak int, b, c *float32)

//go:noescape
func dotAsm(n int, a, b *float32) float32

//go:noescape
func axpyAsm(n int, s float32, x, y *float32)

//go:noescape
func adamAsm(n int, d, w, m, v, k *float32)

//nolint:gochecknoglobals // what this machine can do
var fast = cpu.X86.HasAVX512F && cpu.X86.HasAVX512VL && cpu.X86.HasAVX512DQ
