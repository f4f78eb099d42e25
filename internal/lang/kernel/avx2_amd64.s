#include "textflag.h"

// The products of one row with a pair of b's rows; Y12 is the pair.
#define ROW2(addr, c0, c1, c2, c3) \
	VPBROADCASTD addr, Y12      \
	VPMADDWD Y8, Y12, Y13       \
	VPADDD Y13, c0, c0          \
	VPMADDWD Y9, Y12, Y13       \
	VPADDD Y13, c1, c1          \
	VPMADDWD Y10, Y12, Y13      \
	VPADDD Y13, c2, c2          \
	VPMADDWD Y11, Y12, Y13      \
	VPADDD Y13, c3, c3

// Y15 holds unit.
#define STORE2(at, c) \
	VCVTDQ2PS c, c              \
	VMULPS at(DI), Y15, Y14     \
	VMULPS Y14, c, c            \
	VADDPS at(R9), c, c         \
	VMOVUPS c, at(R9)

// func mul2(pairs int, x *int16, xm int, w *int16, unit float32, scale, y *float32, ym int)
// Two rows.
TEXT ·mul2(SB), NOSPLIT, $0-64
	MOVQ pairs+0(FP), CX
	MOVQ x+8(FP), AX
	MOVQ xm+16(FP), BX
	MOVQ w+24(FP), SI
	VBROADCASTSS unit+32(FP), Y15
	MOVQ scale+40(FP), DI
	MOVQ y+48(FP), R9
	MOVQ ym+56(FP), R10
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	VPXOR Y2, Y2, Y2
	VPXOR Y3, Y3, Y3
	VPXOR Y4, Y4, Y4
	VPXOR Y5, Y5, Y5
	VPXOR Y6, Y6, Y6
	VPXOR Y7, Y7, Y7
loop:
	VMOVDQU (SI), Y8
	VMOVDQU 32(SI), Y9
	VMOVDQU 64(SI), Y10
	VMOVDQU 96(SI), Y11
	ROW2((AX), Y0, Y1, Y2, Y3)
	ROW2((AX)(BX*1), Y4, Y5, Y6, Y7)
	ADDQ $4, AX
	ADDQ $128, SI
	DECQ CX
	JNZ  loop
	STORE2(0, Y0)
	STORE2(32, Y1)
	STORE2(64, Y2)
	STORE2(96, Y3)
	ADDQ R10, R9
	STORE2(0, Y4)
	STORE2(32, Y5)
	STORE2(64, Y6)
	STORE2(96, Y7)
	VZEROUPPER
	RET

#define STEP2(acc, at) \
	VMULPS Y1, acc, acc         \
	VBROADCASTSS at(DI), Y4     \
	VADDPS Y4, acc, acc

// func curve8(n int, x *float32, in, mul, add float32, coef *float32)
// n is a multiple of 8.
TEXT ·curve8(SB), NOSPLIT, $0-40
	MOVQ n+0(FP), CX
	MOVQ x+8(FP), SI
	VBROADCASTSS in+16(FP), Y8
	VBROADCASTSS mul+20(FP), Y9
	VBROADCASTSS add+24(FP), Y10
	MOVQ coef+32(FP), DI
	VBROADCASTSS 0(DI), Y11
	VBROADCASTSS 4(DI), Y12
	VBROADCASTSS 8(DI), Y13
	VBROADCASTSS 36(DI), Y14
next:
	VMULPS (SI), Y8, Y0
	VMINPS Y11, Y0, Y0
	VMAXPS Y12, Y0, Y0
	VMULPS Y0, Y0, Y1
	VMOVAPS Y13, Y2
	STEP2(Y2, 12)
	STEP2(Y2, 16)
	STEP2(Y2, 20)
	STEP2(Y2, 24)
	STEP2(Y2, 28)
	STEP2(Y2, 32)
	VMULPS Y0, Y2, Y2
	VMOVAPS Y14, Y3
	STEP2(Y3, 40)
	STEP2(Y3, 44)
	STEP2(Y3, 48)
	VDIVPS Y3, Y2, Y2
	VMULPS Y2, Y9, Y2
	VADDPS Y10, Y2, Y2
	VMOVUPS Y2, (SI)
	ADDQ $32, SI
	SUBQ $8, CX
	JNZ  next
	VZEROUPPER
	RET

// func quantise8(n int, q *int16, x *float32, k float32)
// n is a multiple of 8.
TEXT ·quantise8(SB), NOSPLIT, $0-28
	MOVQ n+0(FP), CX
	MOVQ q+8(FP), DI
	MOVQ x+16(FP), SI
	VBROADCASTSS k+24(FP), Y8
	MOVL $0x44ffe000, AX
	VMOVD AX, X1
	VPBROADCASTD X1, Y9
	MOVL $0xc4ffe000, AX
	VMOVD AX, X1
	VPBROADCASTD X1, Y10
	MOVL $0x3f000000, AX
	VMOVD AX, X1
	VPBROADCASTD X1, Y11
	MOVL $0x80000000, AX
	VMOVD AX, X1
	VPBROADCASTD X1, Y12
quant:
	VMULPS (SI), Y8, Y0
	VMINPS Y9, Y0, Y0
	VMAXPS Y10, Y0, Y0
	VPAND Y12, Y0, Y1
	VPOR Y11, Y1, Y1
	VADDPS Y1, Y0, Y0
	VCVTTPS2DQ Y0, Y0
	VEXTRACTI128 $1, Y0, X1
	VPACKSSDW X1, X0, X0
	VMOVDQU X0, (DI)
	ADDQ $32, SI
	ADDQ $16, DI
	SUBQ $8, CX
	JNZ  quant
	VZEROUPPER
	RET

// func dot16(n int, a, b *int16) int32
// n is a multiple of 16.
TEXT ·dot16(SB), NOSPLIT, $0-28
	MOVQ n+0(FP), CX
	MOVQ a+8(FP), SI
	MOVQ b+16(FP), DI
	VPXOR Y0, Y0, Y0
dots:
	VMOVDQU (SI), Y1
	VPMADDWD (DI), Y1, Y1
	VPADDD Y1, Y0, Y0
	ADDQ $32, SI
	ADDQ $32, DI
	SUBQ $16, CX
	JNZ  dots
	VEXTRACTI128 $1, Y0, X1
	VPADDD X1, X0, X0
	VPSHUFD $0x4e, X0, X1
	VPADDD X1, X0, X0
	VPSHUFD $0xb1, X0, X1
	VPADDD X1, X0, X0
	VMOVD X0, AX
	MOVL AX, ret+24(FP)
	VZEROUPPER
	RET
