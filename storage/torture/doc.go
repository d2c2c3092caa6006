// Package torture holds no code but tests: they kill, starve, cut off and corrupt a library, and count what it lost.
//
// `make torture` runs them at full length, each also against builds that were broken on purpose and must lose something.
package torture
