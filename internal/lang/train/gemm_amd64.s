#include "textflag.h"

// One row's share of a step: broadcast a[i][k] and add its products with the
// two vectors of b's row k.
#define ROW(addr, c0, c1) \
	VBROADCASTSS addr, Z2       \
	VFMADD231PS Z0, Z2, c0      \
	VFMADD231PS Z1, Z2, c1

#define STORE(c0, c1) \
	VADDPS (R9), c0, c0     \
	VMOVUPS c0, (R9)        \
	VADDPS 64(R9), c1, c1   \
	VMOVUPS c1, 64(R9)      \
	ADDQ R10, R9

// func gemm8(k int, a *float32, am, ak int, b, c *float32, cm int)
TEXT ·gemm8(SB), NOSPLIT, $0-56
	MOVQ k+0(FP), CX
	MOVQ a+8(FP), AX
	MOVQ am+16(FP), BX
	MOVQ ak+24(FP), DX
	MOVQ b+32(FP), SI
	MOVQ c+40(FP), R9
	MOVQ cm+48(FP), R10
	LEAQ (AX)(BX*2), R11
	ADDQ BX, R11            // row 3
	LEAQ (R11)(BX*2), R12
	ADDQ BX, R12            // row 6
	VPXORQ Z8, Z8, Z8
	VPXORQ Z9, Z9, Z9
	VPXORQ Z10, Z10, Z10
	VPXORQ Z11, Z11, Z11
	VPXORQ Z12, Z12, Z12
	VPXORQ Z13, Z13, Z13
	VPXORQ Z14, Z14, Z14
	VPXORQ Z15, Z15, Z15
	VPXORQ Z16, Z16, Z16
	VPXORQ Z17, Z17, Z17
	VPXORQ Z18, Z18, Z18
	VPXORQ Z19, Z19, Z19
	VPXORQ Z20, Z20, Z20
	VPXORQ Z21, Z21, Z21
	VPXORQ Z22, Z22, Z22
	VPXORQ Z23, Z23, Z23
loop8:
	VMOVUPS (SI), Z0
	VMOVUPS 64(SI), Z1
	ROW((AX), Z8, Z9)
	ROW((AX)(BX*1), Z10, Z11)
	ROW((AX)(BX*2), Z12, Z13)
	ROW((R11), Z14, Z15)
	ROW((R11)(BX*1), Z16, Z17)
	ROW((R11)(BX*2), Z18, Z19)
	ROW((R12), Z20, Z21)
	ROW((R12)(BX*1), Z22, Z23)
	ADDQ DX, AX
	ADDQ DX, R11
	ADDQ DX, R12
	ADDQ $128, SI
	DECQ CX
	JNZ  loop8
	STORE(Z8, Z9)
	STORE(Z10, Z11)
	STORE(Z12, Z13)
	STORE(Z14, Z15)
	STORE(Z16, Z17)
	STORE(Z18, Z19)
	STORE(Z20, Z21)
	STORE(Z22, Z23)
	VZEROUPPER
	RET

// func gemm1(k int, a *float32, ak int, b, c *float32)
TEXT ·gemm1(SB), NOSPLIT, $0-40
	MOVQ k+0(FP), CX
	MOVQ a+8(FP), AX
	MOVQ ak+16(FP), DX
	MOVQ b+24(FP), SI
	MOVQ c+32(FP), R9
	VPXORQ Z8, Z8, Z8
	VPXORQ Z9, Z9, Z9
loop1:
	VMOVUPS (SI), Z0
	VMOVUPS 64(SI), Z1
	ROW((AX), Z8, Z9)
	ADDQ DX, AX
	ADDQ $128, SI
	DECQ CX
	JNZ  loop1
	XORQ R10, R10
	STORE(Z8, Z9)
	VZEROUPPER
	RET

// func dotAsm(n int, a, b *float32) float32
// n is a multiple of 16.
TEXT ·dotAsm(SB), NOSPLIT, $0-28
	MOVQ n+0(FP), CX
	MOVQ a+8(FP), SI
	MOVQ b+16(FP), DI
	VPXORQ Z0, Z0, Z0
dot:
	VMOVUPS (SI), Z1
	VFMADD231PS (DI), Z1, Z0
	ADDQ $64, SI
	ADDQ $64, DI
	SUBQ $16, CX
	JNZ  dot
	VEXTRACTF64X4 $1, Z0, Y1
	VADDPS Y1, Y0, Y0
	VEXTRACTF128 $1, Y0, X1
	VADDPS X1, X0, X0
	VHADDPS X0, X0, X0
	VHADDPS X0, X0, X0
	VMOVSS X0, ret+24(FP)
	VZEROUPPER
	RET

// func axpyAsm(n int, s float32, x, y *float32)
// y += s x; n is a multiple of 16.
TEXT ·axpyAsm(SB), NOSPLIT, $0-32
	MOVQ n+0(FP), CX
	VBROADCASTSS s+8(FP), Z2
	MOVQ x+16(FP), SI
	MOVQ y+24(FP), DI
axpy:
	VMOVUPS (DI), Z0
	VFMADD231PS (SI), Z2, Z0
	VMOVUPS Z0, (DI)
	ADDQ $64, SI
	ADDQ $64, DI
	SUBQ $16, CX
	JNZ  axpy
	VZEROUPPER
	RET

// func adamAsm(n int, d, w, m, v *float32, k *float32)
// k: shrink, 1-beta1, 1-beta2, 1/c2, epsilon, rate/c1; n is a multiple of 16.
TEXT ·adamAsm(SB), NOSPLIT, $0-48
	MOVQ n+0(FP), CX
	MOVQ d+8(FP), AX
	MOVQ w+16(FP), BX
	MOVQ m+24(FP), SI
	MOVQ v+32(FP), DI
	MOVQ k+40(FP), DX
	VBROADCASTSS 0(DX), Z10
	VBROADCASTSS 4(DX), Z11
	VBROADCASTSS 8(DX), Z12
	VBROADCASTSS 12(DX), Z13
	VBROADCASTSS 16(DX), Z14
	VBROADCASTSS 20(DX), Z15
adam:
	VMULPS (AX), Z10, Z0
	VMOVUPS (SI), Z1
	VSUBPS Z1, Z0, Z2       // g-m
	VFMADD231PS Z2, Z11, Z1
	VMOVUPS Z1, (SI)
	VMULPS Z0, Z0, Z0
	VMOVUPS (DI), Z3
	VSUBPS Z3, Z0, Z2       // g²-v
	VFMADD231PS Z2, Z12, Z3
	VMOVUPS Z3, (DI)
	VMULPS Z13, Z3, Z3
	VSQRTPS Z3, Z3
	VADDPS Z14, Z3, Z3
	VMULPS Z15, Z1, Z1
	VDIVPS Z3, Z1, Z1
	VMOVUPS (BX), Z0
	VSUBPS Z1, Z0, Z0
	VMOVUPS Z0, (BX)
	ADDQ $64, AX
	ADDQ $64, BX
	ADDQ $64, SI
	ADDQ $64, DI
	SUBQ $16, CX
	JNZ  adam
	VZEROUPPER
	RET
