// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Wrong names, types and accesses are refused: each once, where it stands, and all of them. */
class RefusalsTest {
    private static final String REGISTERS =
            """
            @RegisterBlock(size = 0x20)
            public record Registers(
                    @At(0x00) Rw32 select,
                    @At(0x04) Ro32 window,
                    @At(0x08) Wo32 bell,
                    @At(0x10) RoSplit64 capacity,
                    @At(0x18) W1c8 pending) {}
            """;
    private static final String ELEMENT =
            "@DmaStruct(size = 8, align = 4) public record Element(@At(0) Le32 id, @At(4) Le32 len) {}";
    private static final String USED =
            """
            @Ring(writer = Side.DEVICE, align = 4)
            public record Used(@At(0) Le16 flags, @At(2) @Published Le16 idx, @At(4) @Length("n") DmaArray<Element> ring) {}
            """;
    private static final String AVAIL =
            """
            @Ring(writer = Side.DRIVER, align = 2)
            public record Avail(@At(0) Le16 flags, @At(2) @Published Le16 idx, @At(4) @Length("n") DmaArray<Le16> ring) {}
            """;

    private static List<String> found(String members, String... files) {
        return Driver.members(members, files).findings();
    }

    @Test
    void anUnknownVariableIsNamedWithItsNeighbour() {
        Driver driver = Driver.members("static int f(int length) { return lenght; }");
        assertThat(driver.findings()).containsExactly("VR110 2 there is no variable, field or constant `lenght` here");
        assertThat(driver.diagnostics().get(0).fix()).contains("`length`");
    }

    @Test
    void unknownTypesMethodsAndConstantsAreNamed() {
        assertThat(found("static Foo f() { return null; }")).containsExactly("VR110 2 there is no type `Foo` here");
        assertThat(found("static void f() { g(); }")).containsExactly("VR110 2 there is no method `g` here");
        assertThat(found("static int f() { return Uint16.MAXIMUM; }"))
                .containsExactly("VR110 2 there is no constant `Uint16.MAXIMUM` here");
        assertThat(found("static void f(Registers r) { r.windw().read(); }", REGISTERS))
                .containsExactly("VR110 2 there is no register `Registers.windw` here");
    }

    @Test
    void aMissingImportIsTheFix() {
        Driver driver = Driver.whole(
                List.of("package p;\npublic final class A { private A() {}\nstatic void f() { Fence.full(); } }\n"));
        assertThat(driver.diagnostics()).singleElement().satisfies(d -> {
            assertThat(d.code()).isEqualTo("VR110");
            assertThat(d.fix()).isEqualTo("Add `import vireo.dsl.Fence;`.");
        });
    }

    @Test
    void anAnnotationThatNobodyKnows() {
        assertThat(found("static int f(@Rage(max = 3) int a) { return a; }"))
                .containsExactly("VR110 2 there is no annotation `Rage` here");
    }

    @Test
    void aValueThatIsComputedAndDropped() {
        assertThat(found("static void f(@U16 int a) { Uint16.wrappingAdd(a, 1); }"))
                .containsExactly("VR804 2 `wrappingAdd` only computes a value, and the value is not used");
    }

    @Test
    void argumentsOfARefusedCallAreNotRefusedAgain() {
        assertThat(found("static void f() throws DriverException { x.ring(Used.class, 0, 1); }", USED, ELEMENT))
                .containsExactly("VR110 2 there is no variable, field or type `x` here");
    }

    @Test
    void everyErrorOfEveryFileIsFoundAndNoneTwice() {
        Driver driver = Driver.members(
                "static int f() { int a = x; boolean b = a; return a + y; }\nstatic void g() { int c = true; }",
                "public final class B { private B() {} static void h() { z(); } }");
        assertThat(driver.findings())
                .containsExactly(
                        "VR110 2 there is no variable, field or constant `x` here",
                        "VR111 2 the value is of type int, and boolean is needed",
                        "VR110 2 there is no variable, field or constant `y` here",
                        "VR111 3 the value is of type boolean, and int is needed",
                        "VR110 1 there is no method `z` here");
    }

    @Test
    void aVariableOfAnUnknownTypeCausesNoFurtherFinding() {
        assertThat(found("static int f() { Foo x = g(); x.y(); return x.z + 1; }\nstatic int g() { return 1; }"))
                .containsExactly("VR110 2 there is no type `Foo` here");
    }

    @Test
    void aLongDoesNotFitAnIntWithoutCast() {
        assertThat(found("static int f(long a) { return a; }"))
                .containsExactly("VR111 2 the result is of type long, and int is needed");
    }

    @Test
    void argumentsAreCountedAndTyped() {
        assertThat(found("static void g(int a) {}\nstatic void f() { g(1, 2); g(true); }"))
                .containsExactly(
                        "VR111 3 `g` takes 1 argument, and 2 are given",
                        "VR111 3 argument `a` is of type boolean, and int is needed");
    }

    @Test
    void operatorsNeedOperandsThatGoTogether() {
        assertThat(found("static void f(boolean a, int b) { if (a + b == 0) { Fence.full(); } if (b) {"
                        + " Fence.full(); } }"))
                .containsExactly(
                        "VR111 2 `+` does not apply to boolean and int",
                        "VR111 2 the condition is of type int, and boolean is needed");
    }

    @Test
    void anExceptionHasToGoSomewhere() {
        assertThat(found("static void g() throws DriverException { throw new DriverException(Errno.EIO); }\n"
                        + "static void f() { g(); }"))
                .containsExactly("VR111 3 `g` throws DriverException, which is neither caught nor declared");
    }

    @Test
    void aFinalFieldIsAssignedInTheConstructorOnly() {
        assertThat(found("private final int a;\npublic A() { a = 1; }\nvoid f() { a = 2; }"))
                .containsExactly("VR111 4 field `a` is final");
    }

    @Test
    void anAccessAgainstTheModeOfARegister() {
        assertThat(found(
                        "static void f(Registers r) { r.window().write(1); long a = r.bell().read();"
                                + " r.pending().write(1); }",
                        REGISTERS))
                .containsExactly(
                        "VR202 2 `window` is read-only, and has no `write`",
                        "VR202 2 `bell` is write-only, and has no `read`",
                        "VR202 2 `pending` is cleared by writing ones, and has no `write`");
    }

    @Test
    void halvesOfARegisterThatIsNotDeclaredToHaveThem() {
        assertThat(found(
                        "static long f(Registers r) { return r.capacity().readLow() + r.window().readHigh(); }",
                        REGISTERS))
                .containsExactly(
                        "VR203 2 half of `capacity` is accessed, and it is not declared to allow that",
                        "VR203 2 `window` is a register of 32 bits and has no halves");
    }

    @Test
    void aPublishedIndexIsHandedOverOnly() {
        assertThat(found(
                        "static int f(Used u, Avail a) { a.idx().set(1); a.flags().publish(1); return u.idx().get() +"
                                + " a.idx().observe(); }",
                        USED,
                        AVAIL,
                        ELEMENT))
                .containsExactly(
                        "VR202 2 `idx` hands entries over, and is accessed without order",
                        "VR202 2 `flags` is not declared `@Published`",
                        "VR202 2 `idx` hands entries over, and is accessed without order",
                        "VR202 2 `idx` is written by the driver itself");
    }

    @Test
    void whatTheDeviceWritesIsNotWrittenByTheDriver() {
        assertThat(found(
                        "static void f(Used u) { u.flags().set(1); u.ring().at(0).id().set(2); u.idx().publish(1); }",
                        USED,
                        ELEMENT))
                .containsExactly(
                        "VR202 2 `flags` is written by the device",
                        "VR202 2 `id` is written by the device",
                        "VR202 2 `idx` is written by the device");
    }

    @Test
    void aValueOfTheOtherByteOrderIsNotConverted() {
        assertThat(found("static @U16 int f(@BigEndian @U16 int a) { return Endian.fromLe16(a); }"))
                .containsExactly("VR208 2 a big-endian value is converted as little-endian");
    }

    @Test
    void aFormatFitsItsArguments() {
        assertThat(
                        found(
                                """
                static void f(int a, boolean b) {
                    Log.info("%d %d", a);
                    Log.info("%s", a);
                    Log.info("%d", b);
                    Log.info("%q", a);
                    Log.info("100%");
                    Log.info("%5d%%", a);
                }
                """))
                .containsExactly(
                        "VR113 3 the format has 2 directives, and 1 values are given",
                        "VR113 4 %s does not print int",
                        "VR113 5 %d does not print boolean",
                        "VR113 6 `%q` is no directive",
                        "VR113 7 the format ends inside of a directive");
    }

    @Test
    void everyPathEndsWithAResultAndEveryStatementIsReached() {
        assertThat(found("static int f(boolean a) { if (a) { return 1; } }"))
                .containsExactly("VR114 2 `f` may end without a result");
        assertThat(found("static int f() { return 1; Fence.full(); }"))
                .contains("VR114 2 no path reaches this statement");
        assertThat(found("static int f() { while (true) { Fence.full(); } }")).isEmpty();
        assertThat(found("static int f(int a) { for (;;) { if (a > 1) { break; } } return a; }"))
                .isEmpty();
    }

    @Test
    void variablesAreAssignedBeforeTheyAreRead() {
        assertThat(found("static int f(boolean a) { int b; if (a) { b = 1; } return b; }"))
                .containsExactly("VR114 2 variable `b` may be read before it is assigned");
        assertThat(found("static int f(boolean a) { int b; if (a) { b = 1; } else { return 2; } return b; }"))
                .isEmpty();
        assertThat(found("static int f(int n) { int b; while (true) { if (n > 3) { b = n; break; } n++; } return b; }"))
                .isEmpty();
    }

    @Test
    void finalFieldsAreAssignedOnEveryPathOfTheConstructor() {
        assertThat(found("private final int a;\npublic A(boolean b) { if (b) { a = 1; } }"))
                .containsExactly("VR114 2 final field `a` is not assigned on every path of the constructor");
    }

    @Test
    void aMissingValueInASwitchExpression() {
        assertThat(found("static int f(int a) { int b = switch (a) { case 1 -> 2; }; return b; }"))
                .containsExactly("VR111 2 the switch has no value for some of the cases");
        assertThat(found("static int f(int a) { switch (a) { case 1: return 1; case 1: return 2; default:"
                        + " return 3; } }"))
                .containsExactly("VR112 2 case `1` is declared already");
    }

    @Test
    void namesThatAreOneInC() {
        assertThat(found("static void doIt() {}\nstatic void do_it() {}"))
                .containsExactly("VR105 3 `A.do_it` and `A.doIt` are both `a_do_it` in C");
        assertThat(found("static void f(int a) {}\nstatic void f(long a) {}"))
                .containsExactly("VR105 3 `A.f` and `A.f` are both `a_f` in C");
        assertThat(found("static int f(int fooBar) { int foo_bar = 3; return fooBar + foo_bar; }"))
                .containsExactly("VR105 2 `foo_bar` and `fooBar` are both `foo_bar` in C");
        assertThat(found("static void f(int n) { for (int i = 0; i < n; i++) { Fence.full(); } for (int i = 0;"
                        + " i < n; i++) { Fence.full(); } }"))
                .isEmpty();
        assertThat(Driver.of("public final class Read { private Read() {} public static final int ONCE = 1; }")
                        .findings())
                .containsExactly("VR105 1 `Read.ONCE` becomes `READ_ONCE` in C, a name that C or the port has taken");
    }

    @Test
    void clashingTypesOfTwoPackages() {
        Driver driver = Driver.whole(List.of(
                "package p;\npublic final class DmaPool { private DmaPool() {} }\n",
                "package p;\npublic final class DMAPool { private DMAPool() {} }\n"));
        assertThat(driver.findings())
                .singleElement()
                .asString()
                .startsWith("VR105")
                .contains("dma_pool");
    }

    @Test
    void aFileHoldsOnePublicTypeOfItsName() {
        assertThat(Driver.whole(List.of("package q;\npublic final class A { private A() {} }\n"))
                        .findings())
                .singleElement()
                .asString()
                .startsWith("VR112")
                .contains("folder `q`");
        assertThat(Driver.whole(List.of("package p;\nfinal class A { private A() {} }\n"))
                        .findings())
                .singleElement()
                .asString()
                .contains("`A` is not public");
        assertThat(Driver.whole(List.of("package p;\n"
                                + "public final class A { private A() {} }\n"
                                + "final class B { private B() {} }\n"))
                        .findings())
                .singleElement()
                .asString()
                .contains("`B` is a second type in one file");
    }

    @Test
    void declaredTwice() {
        assertThat(found("private int a;\nprivate int a;\npublic A() {}"))
                .containsExactly("VR112 3 field `a` is declared already");
        assertThat(found("static void f(int a) { int a = 1; }"))
                .containsExactly("VR112 2 variable `a` is declared already");
        assertThat(found("static void f() {}\nstatic void f() {}")).anyMatch(f -> f.startsWith("VR112 3 method `f()`"));
    }

    @Test
    void aClassImplementsWhatItPromises() {
        String promised = "public interface Port { @U8 int read(@Range(max = 9) int at) throws DriverException; }";
        assertThat(Driver.of("public final class A implements Port { public A() {} }", promised)
                        .findings())
                .containsExactly("VR112 1 `A` does not implement `read(int)` of `Port`");
        assertThat(Driver.of(
                                "public final class A implements Port { public A() {}\n"
                                        + "@Override public @U16 int read(@Range(max = 5) int at) { return 0; } }",
                                promised)
                        .findings())
                .containsExactly(
                        "VR111 2 the interface promises @U8 int, and this gives @U16 int",
                        "VR111 2 `read` does not throw, and the interface says otherwise",
                        "VR111 2 the interface lets callers pass @Range(min = 0, max = 9) int, and this takes"
                                + " @Range(min = 0, max = 5) int");
    }

    @Test
    void boundsNameValuesThatDoNotChange() {
        assertThat(found("private int n;\nprivate @Below(\"n\") int a;\npublic A() {}"))
                .containsExactly("VR111 3 field `n` may change");
        assertThat(found("static void f(@Below(\"m\") int a) {}"))
                .containsExactly("VR110 2 there is no parameter or final field `m` here");
        assertThat(found("static void f(@Below(\"n\") int a, int n) { n = 3; }"))
                .containsExactly("VR111 2 parameter `n` is assigned, and a bound names it");
    }

    @Test
    void constantsStayWithinTheirTypes() {
        assertThat(found("public static final @U8 int A = 256;"))
                .containsExactly("VR302 2 the value 256 is not within 0 .. 255, which `@U8 int` promises");
        assertThat(found("public static final int A = 2147483647 + 1;"))
                .containsExactly("VR301 2 the constant is 2147483648, which no int holds");
        assertThat(found("public static final int A = 1 / 0;")).containsExactly("VR304 2 division by zero");
        assertThat(found("public static final int A = B;\npublic static final int B = A;"))
                .containsExactly("VR111 2 constant `A` is defined by itself");
    }

    @Test
    void cleanUpDoesNotFail() {
        assertThat(found("static void g() throws DriverException { throw new DriverException(Errno.EIO); }\n"
                        + "static void f() throws DriverException { try { g(); } finally { g(); } }"))
                .containsExactly("VR101 3 clean-up that may fail: `g` throws DriverException");
    }

    @Test
    void nothingJumpsOutOfFinally() {
        assertThat(found("static int f() { try { Fence.full(); } finally { return 1; } }"))
                .contains("VR101 2 `return` inside of `finally`");
        assertThat(found("static void f(int n) { while (n > 0) { try { Fence.full(); } finally { break; } } }"))
                .contains("VR101 2 a jump out of `finally`");
        assertThat(found("static void f(int n) { try { Fence.full(); } finally { while (true) { if (n > 0) {"
                        + " break; } } } }"))
                .isEmpty();
    }

    @Test
    void privateMembersStayPrivate() {
        assertThat(found(
                        "static int f() { B.g(); return B.N; }",
                        "public final class B { private B() {} private static final int N = 1; private static"
                                + " void g() {} }"))
                .containsExactly("VR111 2 `g` is private to `B`", "VR111 2 constant `N` is private to `B`");
    }

    @Test
    void twoNamesOfAnArrayPromiseTheSameOfItsElements() {
        String fill = "private final @U8 int[] small = new int[4];\npublic A() {}\nvoid f() { g(small); }\n";
        assertThat(found(fill + "static void g(@U16 int[] a) { a[0] = 300; }"))
                .containsExactly(
                        "VR111 4 argument `a` is an array of int[0 .. 255], and one of int[0 .. 65535] is needed");
        assertThat(found(fill + "static void g(@U8 int[] a) { a[0] = 200; }")).isEmpty();
        assertThat(found("static void f(byte[] a, byte[] b) { byte[] c = a; c = b; }"))
                .containsExactly("VR101 2 an array variable that is assigned again");
        assertThat(found("static int f(boolean x, byte[] a, byte[] b) { return (x ? a : b).length; }"))
                .containsExactly("VR101 2 a choice between arrays");
    }

    @Test
    void aChoiceBetweenKindsOfNumbersIsOfBothKinds() {
        assertThat(Driver.members(
                                "static @U32 long f(boolean x, @LittleEndian @U32 long a, @U32 long b) { var c = x ? a"
                                        + " : b; return c; }")
                        .body("f"))
                .startsWith("var c : long little_endian");
    }
}
