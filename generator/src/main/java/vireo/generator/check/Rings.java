// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.Optional;
import vireo.generator.check.fact.Place;
import vireo.generator.check.fact.Places;
import vireo.generator.ir.DmaDecl;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/** What an expression that names device-visible memory is in a ring that is handed over by a published index. */
final class Rings {
    private final Program program;

    Rings(Program program) {
        this.program = program;
    }

    /** An entry of a ring, or a cell in one. */
    record Entry(DmaDecl ring, Expr of, Expr index) {}

    /** The entry that the expression names, or lies in. */
    Optional<Entry> entry(Expr e, Places places) {
        if (e instanceof Expr.DmaElement element) {
            if (places.seen(element.array()) instanceof Expr.DmaField array) {
                Optional<DmaDecl> ring = ring(array.structure()).filter(r -> array.field().count().isEmpty());
                return ring.isPresent() ? ring.map(r -> new Entry(r, array.structure(), element.index())) : entry(array.structure(), places);
            }
            return entry(element.array(), places);
        }
        return e instanceof Expr.DmaField part ? entry(part.structure(), places) : Optional.empty();
    }

    /** The entry that the expression lies in, also where a variable was given the entry's name, at whatever time. */
    Optional<Entry> namedEntry(Expr e, Places places) {
        Optional<Entry> entry = entry(e, places);
        boolean named = entry.isEmpty() && e instanceof Expr.DmaField part && part.structure() instanceof Expr.Get;
        return named ? places.defined(((Expr.Get) ((Expr.DmaField) e).structure()).local()).flatMap(value -> entry(value, places)) : entry;
    }

    /** The ring whose published index the cell is. */
    Optional<DmaDecl> index(Expr cell) {
        return cell instanceof Expr.DmaField field && field.field().published() ? ring(field.structure()) : Optional.empty();
    }

    /** The ring of which the cell is a single one beside index and entries: where one side tells the other what it wants to be told. */
    Optional<DmaDecl> header(Expr cell) {
        boolean single = cell instanceof Expr.DmaField field && !field.field().published() && field.type() instanceof Type.Cell;
        return single ? ring(((Expr.DmaField) cell).structure()) : Optional.empty();
    }

    /** The ring whose entries the array holds. */
    Optional<DmaDecl> entries(Expr.DmaField array) {
        boolean all = array.type() instanceof Type.DmaArray && array.field().count().isEmpty();
        return all ? ring(array.structure()) : Optional.empty();
    }

    /** The ring itself, of which a cell is a part. */
    static Expr of(Expr cell) {
        return ((Expr.DmaField) cell).structure();
    }

    private Optional<DmaDecl> ring(Expr e) {
        return e.type() instanceof Type.Dma dma && program.type(dma.name()).orElse(null) instanceof DmaDecl ring && ring.ring()
                && ring.fields().stream().anyMatch(DmaDecl.Field::published) ? Optional.of(ring) : Optional.empty();
    }

    /** The cell that the statement reads or writes. */
    static Optional<Expr> cell(Stmt statement) {
        if (statement instanceof Stmt.ReadCell read) {
            return Optional.of(read.cell());
        }
        return statement instanceof Stmt.WriteCell write ? Optional.of(write.cell()) : Optional.empty();
    }

    /** The counter that a ring's index is cut from: {@code c} in {@code c & (size - 1)} and in {@code c % size}. */
    static Optional<Place> counter(Expr index, Places places) {
        if (index instanceof Expr.Convert convert && convert.kind() != Expr.Conversion.TRUNCATE) {
            return counter(convert.operand(), places);
        }
        boolean cut = index instanceof Expr.Binary binary && (binary.op() == Expr.BinaryOp.BIT_AND || binary.op() == Expr.BinaryOp.REM);
        return cut ? Optional.of(places.of(((Expr.Binary) index).left())) : Optional.empty();
    }

    static boolean isDeviceWritten(DmaDecl ring) {
        return ring.writer() == DmaDecl.Writer.DEVICE;
    }

    static boolean isDriverWritten(DmaDecl ring) {
        return ring.writer() == DmaDecl.Writer.DRIVER;
    }
}
