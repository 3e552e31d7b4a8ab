// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import vireo.generator.flow.CallGraph;
import vireo.generator.ir.Program;

/** A check that looks at declarations, statements as written, or calls. */
interface ProgramCheck extends Check {
    void run(Program program, CallGraph calls, Findings findings);
}
