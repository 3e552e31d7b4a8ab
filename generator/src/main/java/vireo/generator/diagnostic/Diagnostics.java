// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects findings; the same finding reported twice counts once. */
public final class Diagnostics {
    private final Set<Diagnostic> found = new LinkedHashSet<>();

    public void report(Diagnostic diagnostic) {
        found.add(diagnostic);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** All findings by file, position and code. */
    public List<Diagnostic> sorted() {
        List<Diagnostic> all = new ArrayList<>(found);
        all.sort(Comparator.comparing((Diagnostic d) -> d.primary().file().path())
                .thenComparingInt(d -> d.primary().start())
                .thenComparing(Diagnostic::code));
        return all;
    }
}
