// SPDX-License-Identifier: MIT OR GPL-2.0-only
package semantics;

import vireo.dsl.DriverException;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.U64;
import vireo.dsl.U8;
import vireo.dsl.Uint16;
import vireo.dsl.Uint32;
import vireo.dsl.Uint64;
import vireo.dsl.Uint8;

/** SEM-05, SEM-06, SEM-07: arithmetic modulo a width, checked against it, and cut to it. */
public final class Wrapping {
    private Wrapping() {}

    public static @U8 int add8(@U8 int a, @U8 int b) {
        return Uint8.wrappingAdd(a, b);
    }

    public static @U8 int sub8(@U8 int a, @U8 int b) {
        return Uint8.wrappingSub(a, b);
    }

    public static @U8 int mul8(@U8 int a, @U8 int b) {
        return Uint8.wrappingMul(a, b);
    }

    public static @U16 int add16(@U16 int a, @U16 int b) {
        return Uint16.wrappingAdd(a, b);
    }

    public static @U16 int sub16(@U16 int a, @U16 int b) {
        return Uint16.wrappingSub(a, b);
    }

    public static @U16 int mul16(@U16 int a, @U16 int b) {
        return Uint16.wrappingMul(a, b);
    }

    public static @U32 long add32(@U32 long a, @U32 long b) {
        return Uint32.wrappingAdd(a, b);
    }

    public static @U32 long sub32(@U32 long a, @U32 long b) {
        return Uint32.wrappingSub(a, b);
    }

    public static @U32 long mul32(@U32 long a, @U32 long b) {
        return Uint32.wrappingMul(a, b);
    }

    public static @U32 long mulNarrow(@U16 int a, @U16 int b) {
        return Uint32.wrappingMul(a, b);
    }

    public static @U64 long add64(@U64 long a, @U64 long b) {
        return Uint64.wrappingAdd(a, b);
    }

    public static @U64 long sub64(@U64 long a, @U64 long b) {
        return Uint64.wrappingSub(a, b);
    }

    public static @U64 long mul64(@U64 long a, @U64 long b) {
        return Uint64.wrappingMul(a, b);
    }

    public static @U16 int counter(@U16 int a) {
        int i = a;
        i = Uint16.wrappingAdd(i, 1);
        return i;
    }

    public static @U8 int truncate8(long a) {
        return Uint8.truncate(a);
    }

    public static @U16 int truncate16(int a) {
        return Uint16.truncate(a);
    }

    public static @U32 long truncate32(long a) {
        return Uint32.truncate(a);
    }

    public static @U8 int checkedAdd8(@U8 int a, @U8 int b) throws DriverException {
        return Uint8.checkedAdd(a, b);
    }

    public static @U16 int checkedMul16(@U16 int a, @U16 int b) throws DriverException {
        return Uint16.checkedMul(a, b);
    }

    public static @U32 long checkedSub32(@U32 long a, @U32 long b) throws DriverException {
        return Uint32.checkedSub(a, b);
    }

    public static @U32 long checkedMul32(@U32 long a, @U32 long b) throws DriverException {
        return Uint32.checkedMul(a, b);
    }

    public static @U64 long checkedAdd64(@U64 long a, @U64 long b) throws DriverException {
        return Uint64.checkedAdd(a, b);
    }

    public static @U64 long checkedMul64(@U64 long a, @U64 long b) throws DriverException {
        return Uint64.checkedMul(a, b);
    }
}
