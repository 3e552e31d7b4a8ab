// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.unit;

import java.util.Optional;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.Type;
import vireo.generator.ir.Unit;
import vireo.generator.source.Span;

/**
 * Learns the units of locals that declare none: from what is stored in them, first from the driver's own numbers, then from the
 * dsl's; and where only literals are, from how they are used.
 */
final class UnitInference implements UnitListener {
    private final UnitReader reader;
    private Stage stage = Stage.STORED;
    private boolean learned;

    private enum Stage {
        STORED,
        STORED_BY_PORT,
        USED
    }

    private UnitInference(UnitReader reader) {
        this.reader = reader;
    }

    /** Runs {@code walk} with a listener until nothing more is learned. */
    static void run(UnitReader reader, java.util.function.Consumer<UnitListener> walk) {
        UnitInference inference = new UnitInference(reader);
        for (Stage stage : Stage.values()) {
            inference.stage = stage;
            do {
                inference.learned = false;
                walk.accept(inference);
            } while (inference.learned);
        }
        reader.settle();
    }

    private void learn(Dimension open, Dimension unit) {
        boolean enough = unit.isKnown() && (stage != Stage.STORED || !(unit instanceof Dimension.Port));
        if (enough && open instanceof Dimension.Open of && reader.of(of.local()) instanceof Dimension.Open) {
            reader.learn(of.local(), unit);
            learned = true;
        }
    }

    @Override
    public void flow(Expr value, Dimension wanted, String place, Optional<Span> declared) {
        Dimension given = reader.of(value);
        learn(wanted, given);
        if (stage == Stage.USED) {
            learn(given, wanted);
        }
    }

    @Override
    public void result(Dimension given, Local target, String source, Span at) {
        learn(reader.of(target), given);
    }

    @Override
    public void operation(Expr.Binary operation) {
        switch (operation.op()) {
            case EQ, NE, LT, LE, GT, GE, LT_U64, LE_U64, BIT_AND, BIT_OR, BIT_XOR -> pair(operation.left(), operation.right());
            default -> { }
        }
    }

    @Override
    public void pair(Expr one, Expr other) {
        if (stage == Stage.USED) {
            learn(reader.of(one), reader.of(other));
            learn(reader.of(other), reader.of(one));
        }
    }

    @Override
    public void port(Expr value, Optional<Unit> wanted, String place) {}

    @Override
    public void bytes(Expr value, String place) {}

    @Override
    public void array(Expr value, Type wanted, String place) {}

    @Override
    public void cast(Expr.Convert cast) {}
}
