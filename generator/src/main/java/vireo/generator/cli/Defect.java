// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.cli;

import java.io.PrintWriter;

/** Tells a user that this program is at fault, and what to do about it. */
final class Defect {
    private Defect() {}

    static void report(Throwable problem, boolean stacktrace, PrintWriter err) {
        Throwable cause = problem instanceof IllegalStateException && problem.getCause() != null && problem.getMessage() != null
                && problem.getMessage().equals(problem.getCause().toString()) ? problem.getCause() : problem;
        err.println("error[VR999]: the generator itself failed: " + cause);
        err.println("  = why: this is a defect of Vireo, not of the driver; nothing was written.");
        err.println("  = fix: report it with the sources that show it and the output of the same command with --stacktrace (Vireo "
                + Version.text() + ", Java " + System.getProperty("java.version") + ").");
        if (stacktrace) {
            cause.printStackTrace(err);
        }
        err.flush();
    }
}
