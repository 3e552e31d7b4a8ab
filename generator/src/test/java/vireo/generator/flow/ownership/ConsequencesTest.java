// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vireo.generator.source.SourceFile;
import vireo.generator.source.Span;

/** One mistake is told once. */
class ConsequencesTest {
    private static final SourceFile FILE = SourceFile.of("Driver.java", "one\ntwo\nthree\n");
    private static final Span MOVED = new Span(FILE, 0, 1);
    private static final Span USED = new Span(FILE, 4, 5);
    private static final Span LATER = new Span(FILE, 8, 9);

    private final List<Breach> told = new ArrayList<>();
    private final Consequences consequences = new Consequences(told::add);

    private void find(Breach.Kind kind, Span at, String what, Span cause) {
        consequences.accept(new Breach(kind, at, what, List.of(new Breach.Remark(cause, "moved here"))));
    }

    @Test
    void whatFollowsFromAMoveThatWasToldOfIsLeftOut() {
        find(Breach.Kind.CONSUMED_TWICE, USED, "old", MOVED);
        find(Breach.Kind.NOT_CONSUMED, MOVED, "fresh", LATER);
        find(Breach.Kind.CONSUMED_TWICE, LATER, "other", MOVED);
        assertEquals(List.of("old"), told.stream().map(Breach::what).toList());
    }

    @Test
    void theSameMistakeInTwoPlacesIsToldTwice() {
        find(Breach.Kind.USED_AFTER_MOVE, USED, "old", MOVED);
        find(Breach.Kind.USED_AFTER_MOVE, LATER, "old", MOVED);
        assertEquals(List.of(USED, LATER), told.stream().map(Breach::at).toList());
    }

    @Test
    void anotherMoveIsAnotherMistake() {
        find(Breach.Kind.USED_AFTER_MOVE, LATER, "old", MOVED);
        find(Breach.Kind.CONSUMED_TWICE, LATER, "other", USED);
        find(Breach.Kind.OVERWRITTEN, LATER, "third", MOVED);
        assertEquals(List.of("old", "other", "third"), told.stream().map(Breach::what).toList());
    }
}
