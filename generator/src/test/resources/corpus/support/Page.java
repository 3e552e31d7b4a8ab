// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U64;

/** A value of 128 bytes. */
public record Page(
        @U64 long a, @U64 long b, @U64 long c, @U64 long d, @U64 long e, @U64 long f, @U64 long g, @U64 long h,
        @U64 long i, @U64 long j, @U64 long k, @U64 long l, @U64 long m, @U64 long n, @U64 long o, @U64 long p) {}
