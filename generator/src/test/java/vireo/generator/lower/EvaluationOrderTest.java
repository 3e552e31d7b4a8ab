// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Effects happen one a statement and from left to right, as in Java. */
class EvaluationOrderTest {
    private static final String COUNTER =
            """
            private int count;
            public A() {}
            int next() { count = count + 1; return count; }
            """;

    @Test
    void callsInOneExpressionAreHoistedInOrder() {
        assertThat(Driver.members(COUNTER + "int sum() { return next() - next(); }")
                        .body("sum"))
                .isEqualTo(
                        """
                var next : int
                next = this.next()
                var next2 : int
                next2 = this.next()
                return (next - next2)
                """);
    }

    @Test
    void aFieldReadBeforeACallThatChangesItIsKept() {
        assertThat(Driver.members(COUNTER + "int sum() { return count + next(); }")
                        .body("sum"))
                .isEqualTo(
                        """
                var count : int = this.count
                var next : int
                next = this.next()
                return (count + next)
                """);
    }

    @Test
    void aFinalFieldIsReadWhereItIsUsed() {
        assertThat(Driver.members(
                                """
                private final int size;
                private int count;
                public A(int size) { this.size = size; }
                int next() { count = count + 1; return count; }
                int sum() { return size + next(); }
                """)
                        .body("sum"))
                .isEqualTo(
                        """
                var next : int
                next = this.next()
                return (this.size + next)
                """);
    }

    @Test
    void aLocalReadBeforeItsIncrementIsKept() {
        assertThat(Driver.members("static int f(int a) { return a + a++; }").body("f"))
                .isEqualTo(
                        """
                var a3 : int = a
                var a2 : int = a
                a = (a + 1)
                return (a3 + a2)
                """);
    }

    @Test
    void theResultGoesStraightIntoTheVariable() {
        assertThat(Driver.members(COUNTER + "int twice() { int n = next(); n = next(); return n; }")
                        .body("twice"))
                .isEqualTo(
                        """
                        var n : int
                        n = this.next()
                        n = this.next()
                        return n
                        """);
    }

    @Test
    void anIndexIsKeptFromTheEffectsOfTheStoredValue() {
        assertThat(Driver.members(
                                """
                private final int[] slots = new int[4];
                private int at;
                public A() {}
                int next() { at = at + 1; return at; }
                void put() { slots[at] = next(); }
                """)
                        .body("put"))
                .isEqualTo(
                        """
                var at : int = this.at
                var next : int
                next = this.next()
                this.slots[at] = next
                """);
    }

    @Test
    void aCompoundAssignmentReadsItsTargetFirst() {
        assertThat(Driver.members(COUNTER + "void add() { count += next(); }").body("add"))
                .isEqualTo(
                        """
                var count : int = this.count
                var next : int
                next = this.next()
                this.count = (count + next)
                """);
    }

    @Test
    void theRightSideOfAndRunsOnlyWhereTheLeftHolds() {
        assertThat(Driver.members(COUNTER + "boolean f(boolean a) { return a && next() == 1; }")
                        .body("f"))
                .isEqualTo(
                        """
                var holds : bool = false
                if a
                  var next : int
                  next = this.next()
                  holds = (next == 1)
                return holds
                """);
    }

    @Test
    void theRightSideOfOrRunsOnlyWhereTheLeftFails() {
        assertThat(Driver.members(COUNTER + "boolean f(boolean a) { return a || next() == 1; }")
                        .body("f"))
                .isEqualTo(
                        """
                var holds : bool = true
                if not(a)
                  var next : int
                  next = this.next()
                  holds = (next == 1)
                return holds
                """);
    }

    @Test
    void anIfWithoutElseNestsInsteadOfNamingItsCondition() {
        assertThat(Driver.members(COUNTER + "void f(boolean a) { if (a && next() == 1) { count = 0; } }")
                        .body("f"))
                .isEqualTo(
                        """
                        if a
                          var next : int
                          next = this.next()
                          if (next == 1)
                            this.count = 0
                        """);
    }

    @Test
    void pureConditionsStayTogether() {
        assertThat(Driver.members("static int f(int a, int b) { if (a > 0 && b > 0 || a == b) { return a > b ? a : b; }"
                                + " return 0; }")
                        .body("f"))
                .isEqualTo(
                        """
                        if (((a > 0) && (b > 0)) || (a == b))
                          return ((a > b) ? a : b)
                        return 0
                        """);
    }

    @Test
    void aChoiceBetweenCallsBecomesABranch() {
        assertThat(Driver.members(COUNTER + "int f(boolean a) { int n = a ? next() : 7; return n; }")
                        .body("f"))
                .isEqualTo(
                        """
                var n : int
                if a
                  var next : int
                  next = this.next()
                  n = next
                else
                  n = 7
                return n
                """);
    }

    @Test
    void effectsOfALoopConditionGoToItsHeaderAndLaterOnesToItsBody() {
        assertThat(Driver.members(
                                COUNTER + "void f(int n) { while (next() < n && n > 0 && next() != 3) { count = 0; } }")
                        .body("f"))
                .isEqualTo(
                        """
                        while ((next < n) && (n > 0))
                        header
                          var next : int
                          next = this.next()
                          var next2 : int
                          next2 = this.next()
                          if not((next2 != 3))
                            break
                          this.count = 0
                        """);
    }

    @Test
    void aTemporaryKeepsAwayFromTheNamesOfTheAuthor() {
        assertThat(Driver.members(COUNTER + "int f() { int r = 1 + next(); int next = 2; return r + next; }")
                        .body("f"))
                .contains("var next2 : int\n");
    }

    @Test
    void aTemporaryDoesNotHideTheFieldThatItIsNamedAfter() {
        assertThat(Driver.members(
                                """
                private int next;
                public A() {}
                int next() { return next; }
                int f() { int a = next() + 1; return a + next; }
                """)
                        .body("f"))
                .isEqualTo(
                        """
                var next : int
                next = this.next()
                var a : int = (next + 1)
                return (a + this.next)
                """);
    }

    @Test
    void aChoiceMayBeNullWhereEitherValueMay() {
        String thing = "public final class Thing { private int n; public Thing() { n = 0; } }";
        for (String choice : new String[] {"b ? maybe : sure", "b ? sure : maybe"}) {
            assertThat(Driver.members(
                                    "static boolean f(boolean b, @Nullable Thing maybe, Thing sure) { var t = " + choice
                                            + "; return t == sure; }",
                                    thing)
                            .body("f"))
                    .startsWith("var t : Thing? = ");
        }
    }
}
