// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.Places;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.Stmt;
import vireo.generator.source.Span;

/**
 * Where a value comes from that the device chose.
 *
 * @param span the read
 */
record Origin(Kind kind, Span span) {
    /** What was read. */
    enum Kind {
        /** An entry of a ring that the device writes. */
        ENTRY,
        /** Other memory that the device may write. */
        MEMORY,
        /** A register. */
        REGISTER,
        /** The configuration space of a PCI function. */
        CONFIGURATION,
        /** Memory that the driver wrote before, and the device may have written since. */
        READ_BACK
    }

    /** Functions of the port by which a device states what it is and where its registers lie. */
    private static final Set<String> CONFIGURATION = Set.of("vireo_pci_read8", "vireo_pci_read16", "vireo_pci_read32");

    /** The origin of what the statement reads, with the local that takes it. */
    static Optional<Origin> of(Stmt statement, Rings rings, Places places) {
        if (statement instanceof Stmt.ReadCell read) {
            boolean entry = rings.namedEntry(read.cell(), places).filter(e -> Rings.isDeviceWritten(e.ring())).isPresent();
            return Optional.of(new Origin(entry ? Kind.ENTRY : Kind.MEMORY, statement.span()));
        }
        if (statement instanceof Stmt.ReadByte) {
            return Optional.of(new Origin(Kind.MEMORY, statement.span()));
        }
        if (statement instanceof Stmt.ForeignCall call && CONFIGURATION.contains(call.function().cName()) && call.result().isPresent()) {
            return Optional.of(new Origin(Kind.CONFIGURATION, statement.span()));
        }
        return statement instanceof Stmt.ReadRegister ? Optional.of(new Origin(Kind.REGISTER, statement.span())) : Optional.empty();
    }

    /** The private array that the statement fills with what the device may have written. */
    static Optional<Expr> filled(Stmt statement) {
        return statement instanceof Stmt.CopyBytes copy && copy.direction() == Stmt.Direction.FROM_DMA ? copy.array() : Optional.empty();
    }

    /** The local that takes what is read. */
    static Optional<Local> target(Stmt statement) {
        return statement.effectResult();
    }

    /** In the author's words. */
    String words() {
        return switch (kind) {
            case ENTRY -> "a ring entry of the device's";
            case MEMORY -> "memory that the device may write";
            case REGISTER -> "a register of the device's";
            case CONFIGURATION -> "the device's PCI configuration space";
            case READ_BACK -> "memory that the driver wrote before and the device may have written since";
        };
    }
}
