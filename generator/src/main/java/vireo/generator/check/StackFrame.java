// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import vireo.generator.flow.Statements;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;

/** Estimates the stack that one call of a method takes, from above for what a C compiler makes of it. */
final class StackFrame {
    /** Return address, saved registers, alignment, and what the compiler spills. */
    private static final int FIXED = 64;
    /** {@code struct vireo_text}: 47 characters and a terminator. */
    private static final int TEXT = 48;
    /** Foreign structs that are passed by value: a window or a DMA memory. */
    private static final int FOREIGN = 32;
    private static final int WORD = 8;

    private final Program program;

    StackFrame(Program program) {
        this.program = program;
    }

    /** Bytes for one call of the method. */
    int bytes(MethodDecl method) {
        int[] sum = {FIXED};
        for (Local parameter : method.parameters()) {
            sum[0] += size(parameter.type());
        }
        method.body().ifPresent(body -> Statements.walk(body, statement -> {
            if (statement instanceof Stmt.Declare declared) {
                // Scalar temporaries live in registers; the fixed part stands for those that are spilled.
                boolean counted = declared.local().kind() == Local.Kind.VARIABLE || !isScalar(declared.local().type());
                sum[0] += counted ? size(declared.local().type()) : 0;
            }
        }));
        return sum[0];
    }

    private static boolean isScalar(Type type) {
        return !(type instanceof Type.Value) && !(type instanceof Type.Foreign);
    }

    private int size(Type type) {
        if (type instanceof Type.Bool) {
            return 1;
        }
        if (type instanceof Type.Int number) {
            return number.java().bits() / 8;
        }
        if (type instanceof Type.Enum || type instanceof Type.Errno) {
            return 4;
        }
        if (type instanceof Type.Value value && program.type(value.name()).orElse(null) instanceof TypeDecl.RecordDecl record) {
            int sum = 0;
            for (FieldDecl component : record.components()) {
                sum += Math.max(4, size(component.type()));
            }
            return sum;
        }
        if (type instanceof Type.Foreign foreign) {
            return foreign.cType().contains("text") ? TEXT : foreign.cType().endsWith("*") ? WORD : FOREIGN;
        }
        if (type instanceof Type.Array) {
            // A pointer and a length.
            return 2 * WORD;
        }
        return WORD;
    }
}
