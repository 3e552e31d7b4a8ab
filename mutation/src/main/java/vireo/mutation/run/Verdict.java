// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.run;

/**
 * Who noticed a mutant.
 *
 * @param detail what it said: javac's error, the generator's codes, the test's name; why the mutant is equivalent
 * @param millis how long it took to find out
 */
public record Verdict(Stage stage, String detail, long millis) {
    /** Detail of an equivalent mutant: the texts are the same, but for comments. */
    public static final String SAME_C = "identical C and binders";

    /** Detail of an equivalent mutant: the C is another text, for which the compiler finds the same instructions. */
    public static final String SAME_CODE = "identical machine code";

    /** Those who look at a mutant, in their order; a mutant that one of them notices is not shown to the next. */
    public enum Stage {
        /** The Java compiler, with the warnings that the build refuses. */
        JAVAC("javac"),
        /** The generator refused it, with codes. */
        GENERATOR("generator"),
        /** The generator itself failed: a defect, whatever the mutant. */
        CRASH("generator crashed"),
        /** The generator accepted it, and emitted what does the same as before: no error at all. */
        EQUIVALENT("equivalent"),
        /** A unit test on the JVM failed. */
        TESTS("JVM tests"),
        /** A test of the compiled C failed. */
        COMPILED("compiled C"),
        /** A boot test failed. */
        BOOT("boot"),
        /** Nobody. */
        NOWHERE("nowhere");

        private final String title;

        Stage(String title) {
            this.title = title;
        }

        /** As tables show it. */
        public String title() {
            return title;
        }
    }
}
