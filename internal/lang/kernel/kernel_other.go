//go:build !amd64

package kernel

func detect() int { return portable }

func mul8(int, *int16, int, *int16, float32, *float32, *float32, int) {}
func mul4(int, *int16, int, *int16, float32, *float32, *float32, int) {}
func mul1(int, *int16, *int16, float32, *float32, *float32)           {}
func curve16(int, *float32, float32, float32, float32, *float32)      {}
func quantise16(int, *int16, *float32, float32)                       {}
func dot32(int, *int16, *int16) int32                                 { return 0 }
func mul2(int, *int16, int, *int16, float32, *float32, *float32, int) {}
func curve8(int, *float32, float32, float32, float32, *float32)       {}
func quantise8(int, *int16, *float32, float32)                        {}
func dot16(int, *int16, *int16) int32                                 { return 0 }
