// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.unit;

import java.util.Optional;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.ir.Expr;
import vireo.generator.ir.IrText;
import vireo.generator.ir.Local;
import vireo.generator.ir.Type;
import vireo.generator.ir.Unit;
import vireo.generator.source.Span;

/** Words the findings about units. */
final class UnitPhrases {
    private static final String CODE = "VR308";
    private static final String WHY =
            "To Java and to C both are numbers: the wrong one is computed with, used as an index or told to the device, and nobody notices.";

    private final UnitReader reader;

    UnitPhrases(UnitReader reader) {
        this.reader = reader;
    }

    Diagnostic flow(Expr value, Dimension given, Dimension wanted, String place, Optional<Span> declared) {
        Diagnostic found = Diagnostic.of(CODE, value.span(),
                quoted(value) + " is " + given.text() + ", and " + place + " is " + wanted.text() + ".", WHY, fix(given, wanted));
        return declared.filter(span -> !span.equals(value.span()))
                .map(span -> sources(found, value).with(new Diagnostic.Label(span, "is " + wanted.text())))
                .orElseGet(() -> sources(found, value));
    }

    Diagnostic result(Dimension given, Dimension wanted, Local target, String source, Span at) {
        return Diagnostic.of(CODE, at, capital(source) + " is " + given.text() + ", and '" + target.name() + "' is " + wanted.text() + ".",
                WHY, fix(given, wanted)).with(new Diagnostic.Label(target.span(), "is " + wanted.text()));
    }

    Diagnostic bound(Expr term, Dimension given, Dimension wanted, String place, Span at) {
        return sources(Diagnostic.of(CODE, at, "The bound of " + place + ", '" + IrText.of(term) + "', is " + given.text() + ", and " + place
                + " is " + wanted.text() + ".", WHY, fix(given, wanted)), term);
    }

    Diagnostic array(Expr value, Type given, Type wanted, String place) {
        return Diagnostic.of(CODE, value.span(), quoted(value) + " is an array " + array(given) + ", and " + place + " is one "
                        + array(wanted) + ".", "What one name of the array stores, the other reads in its own unit.",
                "Declare both alike: '@Element int @Index [] name'.");
    }

    private static String array(Type type) {
        String index = UnitJudge.index(type).map(Unit::text).orElse("numbers without a unit");
        Dimension element = UnitJudge.element(type);
        return "of " + (element.unit().isPresent() ? element.text() : "numbers without a unit") + ", indexed by " + index;
    }

    Diagnostic operation(Expr.Binary operation, Dimension left, Dimension right) {
        String what = quoted(operation.left()) + " is " + left.text() + ", and " + quoted(operation.right()) + " is " + right.text();
        String fix = fix(right, left);
        boolean positions = left.distance().isPresent() && right.distance().isPresent();
        switch (operation.op()) {
            case ADD -> {
                if (positions) {
                    what += ": positions are not added up";
                    fix = "Add a distance, or subtract to get one.";
                }
            }
            case MUL, DIV, REM, DIV_U64, REM_U64, SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_LOGICAL -> {
                what += ": no unit comes of it";
                fix = "Take off the unit of one side where that is meant: '(@Unitless int) value'.";
            }
            default -> { }
        }
        return sources(sources(Diagnostic.of(CODE, operation.span(), what + ".", WHY, fix), operation.left()), operation.right());
    }

    Diagnostic pair(Expr one, Dimension left, Expr other, Dimension right) {
        return sources(sources(Diagnostic.of(CODE, other.span(),
                quoted(one) + " is " + left.text() + ", and " + quoted(other) + " is " + right.text() + ".", WHY, fix(right, left)), one), other);
    }

    Diagnostic cast(Expr.Convert cast, Dimension to) {
        return sources(Diagnostic.of(CODE, cast.span(), quoted(cast.operand()) + " is " + to.text() + " already.",
                "A conversion that converts nothing is one of the wrong value, or hides the next mistake.",
                "Remove the cast, or convert the value that was meant."), cast.operand());
    }

    private static String fix(Dimension given, Dimension wanted) {
        if (wanted.unit().isPresent()) {
            String unit = wanted.text();
            return given.unit().isEmpty()
                    ? "Use a number that is " + unit + "; where this one is that, declare it so, or say it once with a cast, '(" + unit
                            + " int) value'."
                    : "Use the number that was meant; where the unit is to change, say it with a cast: '(" + unit + " int) value'.";
        }
        return "Use a number without a unit, or declare the unit at the other place; '(@Unitless int) value' takes a unit off.";
    }

    /** Where the names in an expression that carry a unit are declared. */
    private Diagnostic sources(Diagnostic found, Expr e) {
        if (e instanceof Expr.Convert convert && UnitReader.cast(convert).isEmpty()) {
            return sources(found, convert.operand());
        }
        Dimension unit = reader.of(e);
        if (e instanceof Expr.Get get && get.local().kind() != Local.Kind.TEMPORARY && unit.isKnown()) {
            return found.with(new Diagnostic.Label(get.local().span(), "'" + get.local().name() + "' is " + unit.text()));
        }
        return e instanceof Expr.Field field && unit.isKnown()
                ? found.with(new Diagnostic.Label(field.field().span(), "'" + field.field().name() + "' is " + unit.text()))
                : found;
    }

    private static String quoted(Expr e) {
        return "'" + e.span().text().replaceAll("\\s+", " ") + "'";
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
