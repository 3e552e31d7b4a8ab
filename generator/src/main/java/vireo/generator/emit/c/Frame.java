// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.util.List;
import java.util.Optional;
import vireo.generator.emit.c.tree.CVariable;
import vireo.generator.ir.Local;
import vireo.generator.ir.Stmt;

/** What stands around a statement and has a say when control leaves it. Each frame knows the one around itself. */
abstract sealed class Frame {
    final Frame outer;

    private Frame(Frame outer) {
        this.outer = outer;
    }

    /** A loop. */
    static final class Loop extends Frame {
        final Optional<String> label;
        /** C's own continue would skip what Java's does not. */
        final boolean continueByGoto;
        String nextLabel;
        String doneLabel;

        Loop(Frame outer, Optional<String> label, boolean continueByGoto) {
            super(outer);
            this.label = label;
            this.continueByGoto = continueByGoto;
        }
    }

    /** A switch: what an unlabelled break leaves. */
    static final class Choice extends Frame {
        Choice(Frame outer) {
            super(outer);
        }
    }

    /** A try block with a catch clause. */
    static final class Catching extends Frame {
        final Local exception;
        final List<Stmt> handler;
        final CVariable error;
        /** The handler is written where the failure is, not at a label. */
        final boolean inline;
        String labelUsed;

        Catching(Frame outer, Local exception, List<Stmt> handler, CVariable error, boolean inline) {
            super(outer);
            this.exception = exception;
            this.handler = handler;
            this.error = error;
            this.inline = inline;
        }
    }

    /** A try block with clean-up code. */
    static final class Cleaning extends Frame {
        enum Mode {
            /** Written at each way out. */
            INLINE,
            /** Written at each way out but failures, which share one copy at the end of the function. */
            FAILURES_AT_LABEL,
            /** Every way out goes through one copy. */
            ALL_AT_LABEL
        }

        final List<Stmt> cleanup;
        final CVariable error;
        final Mode mode;
        String labelUsed;

        Cleaning(Frame outer, List<Stmt> cleanup, CVariable error, Mode mode) {
            super(outer);
            this.cleanup = cleanup;
            this.error = error;
            this.mode = mode;
        }
    }
}
