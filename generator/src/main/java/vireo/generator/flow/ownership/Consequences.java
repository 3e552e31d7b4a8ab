// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import vireo.generator.source.Span;

/**
 * Tells one mistake once: where a value went to a new owner by mistake, its old names are used or consumed afterwards and its new one
 * is not. What follows from a move that was told of already is left out, in another way or of another name.
 */
final class Consequences implements Consumer<Breach> {
    private final Consumer<Breach> breaches;
    private final Map<Integer, Breach> told = new HashMap<>();

    Consequences(Consumer<Breach> breaches) {
        this.breaches = breaches;
    }

    @Override
    public void accept(Breach breach) {
        Span cause = switch (breach.kind()) {
            case USED_AFTER_MOVE, CONSUMED_TWICE -> breach.remarks().isEmpty() ? null : breach.remarks().get(0).at();
            case NOT_CONSUMED, NOT_CONSUMED_ON_FAILURE -> breach.at();
            default -> null;
        };
        Breach first = cause == null ? null : told.putIfAbsent(cause.line(), breach);
        if (first == null || first.kind() == breach.kind() && first.what().equals(breach.what())) {
            breaches.accept(breach);
        }
    }
}
