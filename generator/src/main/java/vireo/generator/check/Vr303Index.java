// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.Optional;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.value.Linear;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.source.Span;

/** Every index and every slice lies within its array, ring, register array or bytes. */
final class Vr303Index implements PointCheck {
    private static final String KIND = "bounds";
    private static final String WHY = "The access would read or overwrite memory that is not part of the array.";

    @Override
    public String code() {
        return "VR303";
    }

    @Override
    public void expression(Expr e, Point point) {
        if (e instanceof Expr.Element element) {
            index(element.index(), element.array(), point.length(element.array()), e.span(), point);
        } else if (e instanceof Expr.DmaElement element) {
            index(element.index(), element.array(), point.length(element.array()), e.span(), point);
        } else if (e instanceof Expr.RegisterRef ref && ref.index().isPresent()) {
            index(ref.index().get(), ref, Optional.of(point.values().number(ref.register().count())), e.span(), point);
        }
    }

    @Override
    public void statement(Stmt statement, Point point) {
        if (statement instanceof Stmt.SetElement s) {
            index(s.index(), s.array(), point.length(s.array()), s.span(), point);
        } else if (statement instanceof Stmt.ReadByte s) {
            index(s.index(), s.bytes(), point.length(s.bytes()), s.span(), point);
        } else if (statement instanceof Stmt.WriteByte s) {
            index(s.index(), s.bytes(), point.length(s.bytes()), s.span(), point);
        } else if (statement instanceof Stmt.Slice s) {
            slice(s.bytes(), s.offset(), s.length(), s.span(), point);
        } else if (statement instanceof Stmt.CopyBytes s) {
            slice(s.dma(), s.dmaOffset(), s.length(), s.span(), point);
            if (s.array().isPresent() && s.arrayOffset().isPresent()) {
                slice(s.array().get(), s.arrayOffset().get(), s.length(), s.span(), point);
            }
        }
    }

    private void index(Expr index, Expr array, Optional<Linear> length, Span span, Point point) {
        boolean low = notNegative(index, point);
        boolean high = length.isPresent() && point.below(index, length.get());
        if (low && high) {
            point.findings().proved(KIND, index);
            return;
        }
        String name = "'" + Phrases.source(array) + "'";
        String size = length.map(l -> Phrases.limit(l, point)).orElse("an unknown number of");
        String what = low
                ? "The index " + Phrases.range(index, point) + " is not known to be below the length of " + name + ", " + size + "."
                : "The index " + Phrases.range(index, point) + " may be negative; " + name + " has " + size + " elements.";
        String limit = length.map(Linear::toString).orElse("its length");
        String fix = low
                ? "Check it before ('if (" + Phrases.source(index) + " >= " + limit + ") throw ...'), or declare it @Below(...) the length."
                : "Check it before ('if (" + Phrases.source(index) + " < 0) throw ...'), or declare it with a range that starts at 0.";
        point.findings().report(Diagnostic.of(code(), index.span() == null ? span : index.span(), what, WHY, fix)
                .withFacts(point.facts(index)));
    }

    private static boolean notNegative(Expr index, Point point) {
        return point.values().atLeast(point.state(), index, point.values().number(0));
    }

    private void slice(Expr of, Expr offset, Expr count, Span span, Point point) {
        Optional<Linear> length = point.length(of);
        boolean low = notNegative(offset, point) && notNegative(count, point);
        boolean high = length.isPresent() && point.values().sumAtMost(point.state(), offset, count, length.get());
        if (low && high) {
            point.findings().proved(KIND, offset);
            return;
        }
        String size = length.map(l -> Phrases.limit(l, point)).orElse("an unknown number of");
        String end = Phrases.source(offset) + " + " + Phrases.source(count);
        String what = low
                ? "The slice may end beyond '" + Phrases.source(of) + "': " + end + " is not known to be at most " + size + "."
                : "The slice of '" + Phrases.source(of) + "' may have a negative start or length: " + Phrases.range(offset, point)
                        + ", " + Phrases.range(count, point) + ".";
        String limit = length.map(Linear::toString).orElse("its length");
        point.findings().report(Diagnostic.of(code(), span, what, WHY,
                        "Check it before: 'if (" + Phrases.source(count) + " > " + limit + " - " + Phrases.source(offset)
                                + ") throw ...', where the offset is known to be at most " + limit + ".")
                .withFacts(point.facts(offset, count)));
    }

    /** Arrays whose length a declaration ties to a value are looked at by {@link Vr303Length}. */
    static boolean hasLength(Type type) {
        return type instanceof Type.Array || type instanceof Type.Dma || type instanceof Type.DmaArray || type instanceof Type.DmaBytes;
    }
}
