// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/**
 * The loops that give every element of a private array a value: {@code for (int i = 0; i < N; i++) a[i] = ...} with N the array's
 * constant length. The store stands in the loop's own body with nothing before it that goes on to the next round, and only the
 * loop's update moves {@code i}, so who leaves by the condition has stored them all. Any other way out of the loop counts for nothing.
 */
final class ArrayFill {
    private final Map<Expr, Set<FieldDecl>> filled = new IdentityHashMap<>();

    ArrayFill(List<Stmt> body) {
        search(body);
    }

    /** The arrays of {@code this} that are full once the condition of a loop has turned false. */
    Set<FieldDecl> whenFalse(Expr condition) {
        return filled.getOrDefault(condition, Set.of());
    }

    private void search(List<Stmt> statements) {
        Stmt previous = null;
        for (Stmt statement : statements) {
            if (statement instanceof Stmt.Loop loop && previous instanceof Stmt.Declare start) {
                counted(start, loop);
            }
            if (!(statement instanceof Stmt.Comment)) {
                previous = statement;
            }
            statement.inside().forEach(this::search);
        }
    }

    private void counted(Stmt.Declare start, Stmt.Loop loop) {
        Local index = start.local();
        boolean countsFromZero = start.value().flatMap(ArrayFill::number).equals(Optional.of(BigInteger.ZERO))
                && loop.testFirst()
                && loop.update().size() == 1
                && isIncrement(loop.update().get(0), index)
                && !assigns(loop.header(), index)
                && !assigns(loop.body(), index);
        if (!countsFromZero || !(loop.condition() instanceof Expr.Binary test) || test.op() != Expr.BinaryOp.LT
                || !isIndex(test.left(), index)) {
            return;
        }
        Set<FieldDecl> arrays = new HashSet<>();
        for (Stmt statement : loop.body()) {
            if (goesOn(statement)) {
                break;
            }
            array(statement, index).filter(field -> isLength(test.right(), field)).ifPresent(arrays::add);
        }
        filled.put(test, arrays);
    }

    /** The field of {@code this} whose element at the index the statement stores. */
    private static Optional<FieldDecl> array(Stmt statement, Local index) {
        return statement instanceof Stmt.SetElement store
                        && store.array() instanceof Expr.Field array
                        && array.object() instanceof Expr.This
                        && isIndex(store.index(), index)
                ? Optional.of(array.field())
                : Optional.empty();
    }

    private static boolean isLength(Expr limit, FieldDecl field) {
        if (!(field.type() instanceof Type.Array array) || array.fixed().isEmpty()) {
            return false;
        }
        return number(limit).equals(Optional.of(BigInteger.valueOf(array.fixed().getAsInt())));
    }

    private static boolean isIncrement(Stmt statement, Local index) {
        return statement instanceof Stmt.Assign step
                && step.local() == index
                && plain(step.value()) instanceof Expr.Binary sum
                && sum.op() == Expr.BinaryOp.ADD
                && isIndex(sum.left(), index)
                && number(sum.right()).equals(Optional.of(BigInteger.ONE));
    }

    private static boolean assigns(List<Stmt> statements, Local local) {
        boolean[] found = {false};
        Statements.walk(statements, s -> found[0] |= Statements.assigned(s).filter(l -> l == local).isPresent());
        return found[0];
    }

    private static boolean goesOn(Stmt statement) {
        boolean[] found = {false};
        Statements.walk(List.of(statement), s -> found[0] |= s instanceof Stmt.Continue);
        return found[0];
    }

    private static boolean isIndex(Expr e, Local index) {
        return plain(e) instanceof Expr.Get get && get.local() == index;
    }

    private static Optional<BigInteger> number(Expr e) {
        Expr plain = plain(e);
        if (plain instanceof Expr.NamedConst constant) {
            return Optional.of(constant.value());
        }
        if (plain instanceof Expr.Length length && length.array().type() instanceof Type.Array array && array.fixed().isPresent()) {
            return Optional.of(BigInteger.valueOf(array.fixed().getAsInt()));
        }
        return plain instanceof Expr.Const constant ? Optional.of(constant.value()) : Optional.empty();
    }

    private static Expr plain(Expr e) {
        return e instanceof Expr.Convert convert && convert.kind() == Expr.Conversion.WIDEN ? plain(convert.operand()) : e;
    }
}
