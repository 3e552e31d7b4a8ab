// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Statements keep their structure. */
class StatementsTest {
    @Test
    void aForLoopKeepsItsParts() {
        assertThat(Driver.members(
                                "static int f(int n) { int s = 0; for (int i = 0; i < n; i++) { s += i; } return s; }")
                        .body("f"))
                .isEqualTo(
                        """
                        var s : int = 0
                        {
                          var i : int = 0
                          for (i < n)
                            s = (s + i)
                          update
                            i = (i + 1)
                        }
                        return s
                        """);
    }

    @Test
    void aDoLoopTestsAfterItsBody() {
        assertThat(Driver.members("static int f(int n) { int i = 0; do { i++; } while (i < n); return i; }")
                        .body("f"))
                .isEqualTo(
                        """
                        var i : int = 0
                        do (i < n)
                          i = (i + 1)
                        return i
                        """);
    }

    @Test
    void aLoopOverAnArrayCountsAnIndex() {
        assertThat(Driver.members(
                                """
                private final @U8 int[] slots = new int[4];
                public A() {}
                int sum() { int s = 0; for (int slot : slots) { s += slot; } return s; }
                """)
                        .body("sum"))
                .isEqualTo(
                        """
                var s : int = 0
                {
                  var index : int = 0
                  for (index < this.slots.length)
                    var slot : int = this.slots[index]
                    s = (s + slot)
                  update
                    index = (index + 1)
                }
                return s
                """);
    }

    @Test
    void jumpsKeepTheirLabels() {
        assertThat(Driver.members(
                                """
                static int f(int n) {
                    int s = 0;
                    outer:
                    for (int i = 0; i < n; i++) {
                        for (int j = 0; j < n; j++) {
                            if (j == 3) { continue outer; }
                            if (j == 5) { break outer; }
                            s += j;
                        }
                    }
                    return s;
                }
                """)
                        .body("f"))
                .contains("for outer (i < n)", "continue outer", "break outer");
    }

    @Test
    void anOldSwitchLosesItsBreaksAndJoinsItsLabels() {
        assertThat(Driver.members(
                                """
                static int f(int n) {
                    int r;
                    switch (n) {
                        case 1:
                        case 2:
                            r = 10;
                            break;
                        default:
                            r = 30;
                            break;
                    }
                    return r;
                }
                """)
                        .body("f"))
                .isEqualTo(
                        """
                var r : int
                switch n
                case 1, 2
                  r = 10
                default
                  r = 30
                return r
                """);
    }

    @Test
    void aSwitchExpressionAssignsItsVariable() {
        assertThat(Driver.members(
                                "static int f(Mode m) { int r = switch (m) { case ON -> 1; case OFF -> 2; }; return r;"
                                        + " }",
                                "public enum Mode { ON, OFF }")
                        .body("f"))
                .isEqualTo(
                        """
                        var r : int
                        switch m
                        case Mode.ON
                          r = 1
                        default
                          r = 2
                        return r
                        """);
    }

    @Test
    void aSwitchExpressionInsideAnExpressionGetsATemporary() {
        assertThat(Driver.members(
                                "static int f(int n) { return 1 + switch (n) { case 1 -> 5; default -> { yield 6; } };"
                                        + " }")
                        .body("f"))
                .isEqualTo(
                        """
                        var chosen : int
                        switch n
                        case 1
                          chosen = 5
                        default
                          chosen = 6
                        return (1 + chosen)
                        """);
    }

    @Test
    void aCaughtExceptionGivesItsReasonAndIsRethrown() {
        assertThat(Driver.members(
                                """
                static void g() throws DriverException { throw new DriverException(Errno.EIO); }
                static int f() throws DriverException {
                    try {
                        g();
                    } catch (DriverException e) {
                        if (e.errno() == Errno.EAGAIN) { return 1; }
                        throw e;
                    } finally {
                        Fence.full();
                    }
                    return 0;
                }
                """)
                        .body("f"))
                .isEqualTo(
                        """
                try
                  g()
                catch e
                  if (errno(e) == EAGAIN)
                    return 1
                  throw errno(e)
                cleanup
                  fence
                return 0
                """);
    }

    @Test
    void resourcesAreClosedInReverseOrder() {
        String lock =
                """
                public final class Lock implements AutoCloseable {
                    public Lock() {}
                    @Override public void close() {}
                }
                """;
        assertThat(Driver.members(
                                """
                static void f() throws DriverException {
                    try (Lock a = new Lock(); Lock b = new Lock()) {
                        Fence.full();
                    }
                }
                """,
                                lock)
                        .body("f"))
                .isEqualTo(
                        """
                var a : Lock
                a = new Lock()
                try
                  var b : Lock
                  b = new Lock()
                  try
                    fence
                  cleanup
                    b.close()
                cleanup
                  a.close()
                """);
    }

    @Test
    void commentsStandBeforeWhatTheySpeakOf() {
        assertThat(Driver.members("static void f() {\n// Why.\nFence.full();\n}")
                        .body("f"))
                .isEqualTo("""
                // Why.
                fence
                """);
    }

    @Test
    void aHiddenCastOfACompoundAssignmentIsShown() {
        assertThat(Driver.members("static int f(int a, long b) { a += b; return a; }")
                        .body("f"))
                .isEqualTo(
                        """
                a = narrow<int>((widen<long[-2147483648 .. 2147483647]>(a) + b))
                return a
                """);
    }

    @Test
    void fieldsAreInitialisedFirst() {
        assertThat(Driver.members(
                                """
                private int a = 5;
                private final Part part = new Part(7);
                private final int[] data = new int[8];
                private int b;
                public A(int b) { this.b = b; }
                """,
                                "public final class Part { private int n; public Part(int n) { this.n = n; } }")
                        .body("<init>"))
                .isEqualTo(
                        """
                        this.a = 5
                        embed part = Part(7)
                        this.b = b
                        """);
    }

    @Test
    void theInitialValueOfAFieldDoesNotSeeTheParametersOfTheConstructor() {
        assertThat(Driver.members(
                                """
                private static final int size = 5;
                private int a = size;
                private int b;
                public A(int size) { this.b = size; }
                """)
                        .body("<init>"))
                .isEqualTo("""
                this.a = A.size
                this.b = size
                """);
    }
}
