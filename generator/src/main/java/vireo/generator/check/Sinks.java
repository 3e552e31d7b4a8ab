// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.Set;
import vireo.generator.flow.Node;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/**
 * Where a number steers the driver, beside the loops: how much is copied or allocated, what is mapped, how long it waits. Indices and
 * shift counts are not among them: they are proved to be in range wherever they come from (VR303, VR304).
 */
final class Sinks {
    /** Functions of the port that take an amount, a duration or a physical address. */
    private static final Set<String> STEERED = Set.of("vireo_dma_alloc", "vireo_window_map", "vireo_window_map_ports",
            "vireo_deadline_after_ms");

    private Sinks() {}

    /** A number that steers. */
    interface Sink {
        /**
         * @param what what it steers
         * @param address whether it is the physical address of registers
         */
        void steers(Expr number, String what, boolean address);
    }

    /** Hands over each number that steers at the node, and what it steers. */
    static void of(Node node, Sink sink) {
        if (node.kind() != Node.Kind.STATEMENT) {
            return;
        }
        Stmt statement = node.statement().orElseThrow();
        if (statement instanceof Stmt.CopyBytes copy) {
            sink.steers(copy.length(), "how many bytes are copied", false);
            sink.steers(copy.dmaOffset(), "which bytes are copied", false);
        } else if (statement instanceof Stmt.Bind bind) {
            bind.count().ifPresent(count -> sink.steers(count, "how many elements are taken to be there", false));
        } else if (statement instanceof Stmt.ForeignCall call && STEERED.contains(call.function().cName())) {
            boolean maps = call.function().cName().startsWith("vireo_window");
            call.arguments().stream().filter(e -> e.type() instanceof Type.Int).forEach(e -> sink.steers(e,
                    "what " + call.function().javaName() + " is asked for", maps && e == call.arguments().get(0)));
        }
    }
}
