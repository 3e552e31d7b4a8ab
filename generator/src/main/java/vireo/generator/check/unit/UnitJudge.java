// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.unit;

import java.util.Optional;
import java.util.function.Consumer;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.Type;
import vireo.generator.ir.Unit;
import vireo.generator.source.Span;

/** Refuses what mixes units. */
final class UnitJudge implements UnitListener {
    private static final String BYTES = "vireo.dsl.Bytes";

    private final UnitReader reader;
    private final UnitPhrases phrases;
    private final Consumer<Diagnostic> sink;
    private int agreed;

    UnitJudge(UnitReader reader, Consumer<Diagnostic> sink) {
        this.reader = reader;
        this.phrases = new UnitPhrases(reader);
        this.sink = sink;
    }

    /** At how many places a unit met its like. */
    int agreed() {
        return agreed;
    }

    private void require(boolean holds, Dimension about, java.util.function.Supplier<Diagnostic> otherwise) {
        if (!holds) {
            sink.accept(otherwise.get());
        } else if (about.unit().isPresent()) {
            agreed++;
        }
    }

    private static boolean fits(Dimension given, Dimension wanted) {
        if (wanted instanceof Dimension.Of of) {
            return given.fits(of.counted());
        }
        // A local that holds what the port gave holds nothing else.
        return wanted instanceof Dimension.Port ? given.equals(wanted) || given instanceof Dimension.Literal : given.fitsPlain();
    }

    @Override
    public void flow(Expr value, Dimension wanted, String place, Optional<Span> declared) {
        Dimension given = reader.of(value);
        boolean literalLocal = wanted instanceof Dimension.Literal;
        require(literalLocal || fits(given, wanted), wanted, () -> phrases.flow(value, given, wanted, place, declared));
    }

    @Override
    public void result(Dimension given, Local target, String source, Span at) {
        Dimension wanted = reader.of(target);
        boolean literalLocal = wanted instanceof Dimension.Literal;
        require(literalLocal || fits(given, wanted), wanted, () -> phrases.result(given, wanted, target, source, at));
    }

    @Override
    public void port(Expr value, Optional<Unit> wanted, String place) {
        Dimension given = reader.of(value);
        boolean holds = given.fitsPlain() || wanted.isPresent() && given.fits(wanted.get());
        require(holds, given, () -> phrases.flow(value, given, Dimension.declared(wanted), place, Optional.empty()));
    }

    @Override
    public void bytes(Expr value, String place) {
        Dimension given = reader.of(value);
        boolean bytes = given.unit().filter(u -> u.name().equals(BYTES) || u.distance().filter(BYTES::equals).isPresent()).isPresent();
        boolean port = given instanceof Dimension.Port of && !of.counted().name().equals(BYTES)
                && of.counted().distance().filter(BYTES::equals).isEmpty();
        require(bytes || given.fitsPlain() && !port, given,
                () -> phrases.flow(value, given, new Dimension.Of(Unit.of(BYTES)), place, Optional.empty()));
    }

    @Override
    public void array(Expr value, Type wanted, String place) {
        Type given = UnitReader.arrayOf(value);
        boolean alike = given instanceof Type.Null
                || reader.isBound(value) && reader.indexOf(value).equals(index(wanted))
                || !reader.isBound(value) && index(given).equals(index(wanted)) && element(given).equals(element(wanted));
        require(alike, element(wanted), () -> phrases.array(value, given, wanted, place));
    }

    /** A value that a declaration names as its bound. */
    void bound(Expr term, Optional<Unit> unit, String place, Span at) {
        Dimension given = reader.of(term);
        Dimension wanted = Dimension.declared(unit);
        require(fits(given, wanted), wanted, () -> phrases.bound(term, given, wanted, place, at));
    }

    static Optional<Unit> index(Type type) {
        if (type instanceof Type.DmaArray array) {
            return array.index();
        }
        return type instanceof Type.Array array ? array.index() : Optional.empty();
    }

    static Dimension element(Type type) {
        if (type instanceof Type.DmaArray array) {
            return UnitReader.declared(array.element());
        }
        return type instanceof Type.Array array ? UnitReader.declared(array.element()) : Dimension.PLAIN;
    }

    @Override
    public void operation(Expr.Binary operation) {
        Dimension left = reader.of(operation.left());
        Dimension right = reader.of(operation.right());
        boolean holds = UnitAlgebra.binary(operation.op(), left, right).isPresent();
        require(holds, left, () -> phrases.operation(operation, left, right));
    }

    @Override
    public void pair(Expr one, Expr other) {
        Dimension left = reader.of(one);
        Dimension right = reader.of(other);
        if (one.type() instanceof Type.Int) {
            require(UnitAlgebra.same(left, right).isPresent(), left, () -> phrases.pair(one, left, other, right));
        }
    }

    @Override
    public void cast(Expr.Convert cast) {
        Dimension given = reader.of(cast.operand());
        Dimension to = Dimension.declared(UnitReader.cast(cast));
        require(!given.equals(to), to, () -> phrases.cast(cast, to));
    }
}
