// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.Type;
import vireo.generator.source.SourceFile;
import vireo.generator.source.Span;

/** What depends on what: memory, a view of it, an object that keeps the view, and a field that may change. */
class LoansTest {
    private static final SourceFile FILE = SourceFile.of("Driver.java", "0123456789");
    private static final Span FIRST = new Span(FILE, 1, 2);
    private static final Span SECOND = new Span(FILE, 5, 6);
    private static final Place MEMORY = variable(0, "memory");
    private static final Place OTHER = variable(1, "other");
    private static final Place VIEW = variable(2, "view");
    private static final Place READER = variable(3, "reader");
    private static final FieldDecl FIELD = field("kept");

    private static Place variable(int id, String name) {
        return Place.of(new Local(id, name, new Type.DmaBytes(Optional.empty()), Local.Kind.VARIABLE, FIRST));
    }

    private static FieldDecl field(String name) {
        return new FieldDecl("driver.Holder", name, new Type.Object("driver.Part", false), false, true, "", FIRST);
    }

    private static Loans viewOf(Place lender) {
        return Loans.NONE.with(VIEW, Lent.of(Set.of(Loan.of(lender))));
    }

    private static boolean isOver(Loans loans, Place place) {
        return loans.at(place).end().isPresent();
    }

    @Test
    void aViewEndsWithItsMemoryAndWithNoOther() {
        assertFalse(isOver(viewOf(MEMORY).gone(OTHER, FIRST), VIEW));
        Loans after = viewOf(MEMORY).gone(MEMORY, FIRST);
        assertEquals(MEMORY, after.at(VIEW).end().orElseThrow().lender());
        assertEquals(FIRST, after.at(VIEW).end().orElseThrow().at());
    }

    @Test
    void whatKeepsAViewEndsWithIt() {
        Loans loans = viewOf(MEMORY).with(READER, Lent.of(Set.of(Loan.of(VIEW))));
        assertTrue(isOver(loans.gone(MEMORY, FIRST), READER));
    }

    @Test
    void aPartEndsWithItsWholeAndTheWholeIsTouchedByAPart() {
        Place part = MEMORY.part(FIELD);
        assertTrue(isOver(viewOf(part).gone(MEMORY, FIRST), VIEW));
        assertTrue(isOver(viewOf(MEMORY).gone(part, FIRST), VIEW));
        assertFalse(isOver(viewOf(part).gone(MEMORY.part(field("next")), FIRST), VIEW));
    }

    @Test
    void whatALenderRefersToOutlivesTheLender() {
        Loans loans = Loans.NONE.with(VIEW, Lent.of(Set.of(Loan.behind(MEMORY))));
        assertFalse(isOver(loans.gone(MEMORY, FIRST), VIEW));
    }

    @Test
    void whatALenderRefersToEndsWhereTheLendersOwnLenderDoes() {
        Loans loans = Loans.NONE
                .with(READER, Lent.of(Set.of(Loan.of(MEMORY))))
                .with(VIEW, Lent.of(Set.of(Loan.behind(READER))));
        assertTrue(isOver(loans.gone(MEMORY, FIRST), VIEW));
    }

    @Test
    void aNewValueInAChangeableFieldEndsWhatCameThroughIt() {
        Loans loans = Loans.NONE
                .with(VIEW, Lent.of(Set.of(Loan.of(MEMORY).through(Set.of(FIELD)))))
                .with(READER, Lent.of(Set.of(Loan.of(MEMORY))));
        Loans after = loans.replaced(Set.of(FIELD), FIRST);
        assertTrue(isOver(after, VIEW));
        assertFalse(isOver(after, READER));
    }

    @Test
    void aLenderWithAnotherNameLendsOn() {
        Loans renamed = viewOf(MEMORY).renamed(MEMORY, Place.ofField(FIELD), Set.of());
        assertFalse(isOver(renamed.gone(MEMORY, FIRST), VIEW));
        assertTrue(isOver(renamed.gone(Place.ofField(FIELD), FIRST), VIEW));
    }

    @Test
    void aNewContentIsNotOver() {
        Loans after = viewOf(MEMORY).gone(MEMORY, FIRST).with(VIEW, Lent.of(Set.of(Loan.of(OTHER))));
        assertFalse(isOver(after, VIEW));
        assertTrue(isOver(after.gone(OTHER, SECOND), VIEW));
    }

    @Test
    void afterAJoinBothPathsCount() {
        Loans joined = Loans.LATTICE.join(viewOf(MEMORY).gone(MEMORY, SECOND), viewOf(OTHER));
        assertEquals(Set.of(Loan.of(MEMORY), Loan.of(OTHER)), joined.at(VIEW).loans());
        assertEquals(SECOND, joined.at(VIEW).end().orElseThrow().at());
    }

    @Test
    void theFirstEndInTheTextIsTold() {
        Loans first = viewOf(MEMORY).gone(MEMORY, FIRST);
        Loans second = viewOf(MEMORY).gone(MEMORY, SECOND);
        assertEquals(Loans.LATTICE.join(first, second), Loans.LATTICE.join(second, first));
        assertEquals(FIRST, Loans.LATTICE.join(second, first).at(VIEW).end().orElseThrow().at());
    }

    @Test
    void aStateThatIsTheSameStaysTheSame() {
        Loans loans = viewOf(MEMORY);
        assertSame(loans, Loans.LATTICE.join(loans, viewOf(MEMORY)));
        assertSame(loans, loans.gone(OTHER, FIRST));
        assertSame(loans, loans.with(VIEW, Lent.of(Set.of(Loan.of(MEMORY)))));
    }
}
