//go:build !amd64

package train

const fast = false

func gemm8(int, *float32, int, int, *float32, *float32, int)        {}
func gemm1(int, *float32, int, *float32, *float32)                  {}
func dotAsm(int, *float32, *float32) float32                        { return 0 }
func axpyAsm(int, float32, *float32, *float32)                      {}
func adamAsm(int, *float32, *float32, *float32, *float32, *float32) {}
