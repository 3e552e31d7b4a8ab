// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Arithmetic of the dsl says what happens at the edge of its range. */
class NumbersTest {
    private static String result(String expression) {
        return Driver.members("static long f(@U16 int a, @U16 int b, @U32 long c, @U64 long d) { return " + expression
                        + "; }")
                .body("f");
    }

    @Test
    void wrappingOperationsNameTheirWidth() {
        assertThat(result("Uint16.wrappingAdd(a, b)")).isEqualTo("return widen<long[0 .. 65535]>((a +~16 b))\n");
        assertThat(result("Uint32.wrappingMul(c, c)")).isEqualTo("return (c *~32 c)\n");
    }

    @Test
    void aDistanceOfFreeRunningIndicesIsPlainAndTheirSuccessorIsNot() {
        Driver driver = Driver.members(
                """
                static @U16 int distance(@FreeRunning @U16 int a, @FreeRunning @U16 int b) { int d = Uint16.wrappingSub(a, b); return d; }
                static @FreeRunning @U16 int next(@FreeRunning @U16 int a) { var n = Uint16.wrappingAdd(a, 1); return n; }
                """);
        assertThat(driver.body("distance")).startsWith("var d : int = ");
        assertThat(driver.body("next")).startsWith("var n : int free_running = ");
    }

    @Test
    void checkedOperationsBranchAndThrow() {
        assertThat(Driver.members("static @U32 long f(@U32 long a, @U32 long b) throws DriverException { return"
                                + " Uint32.checkedMul(a, b); }")
                        .body("f"))
                .isEqualTo(
                        """
                        var product : long[0 .. 18446744073709551615] = (a *~64 b)
                        if (Uint32.MAX <u product)
                          throw EOVERFLOW
                        return truncate<long[0 .. 4294967295]>(product)
                        """);
    }

    @Test
    void unsignedOperationsAreOperatorsOfTheirOwn() {
        assertThat(result("Uint64.divide(d, 3) + 0")).contains("(d /u 3L)");
        assertThat(result("Uint64.high32(d)")).isEqualTo("return (d >>> 32)\n");
        assertThat(result("Uint64.fromHalves(c, c)")).contains("((c <<~64 32) | c)");
        assertThat(Driver.members("static boolean f(@U64 long a, @U64 long b) { return Uint64.lessThan(a, b); }")
                        .body("f"))
                .isEqualTo("return (a <u b)\n");
    }

    @Test
    void bitsAreMasksOfOneShiftedByTheirNumber() {
        assertThat(Driver.members("static boolean f(@BitMask @U64 long features, @BitNumber @Range(max = 63) int n) {"
                                + " return Bit.isSet(features, n); }")
                        .body("f"))
                .isEqualTo("return ((features & (1L <<~64 n)) != 0L)\n");
    }

    @Test
    void intsAreWidenedAndCastsAreKept() {
        assertThat(result("a + c")).isEqualTo("return (widen<long[0 .. 65535]>(a) + c)\n");
        assertThat(result("(int) c")).contains("narrow<int>(c)");
    }

    @Test
    void constantsKeepTheirNames() {
        assertThat(Driver.members("public static final @U16 int MAX = 1 << 8;\nstatic int f() { return MAX - 1; }")
                        .body("f"))
                .isEqualTo("return (A.MAX - 1)\n");
    }

    @Test
    void anUnsignedLiteralIsItsUnsignedValue() {
        assertThat(Driver.members("static @U64 long f() { return 0xFFFF_FFFF_FFFF_FFFFL; }")
                        .body("f"))
                .isEqualTo("return 18446744073709551615L\n");
    }
}
