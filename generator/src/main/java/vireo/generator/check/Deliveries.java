// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;

/**
 * The numbers that say how much the device has written, and which reads of its memory they were proved to bound: found method by method,
 * and asked for once the program is looked at as a whole.
 */
final class Deliveries {
    private final Program program;
    private final Map<String, List<Expr>> numbers = new HashMap<>();
    private final Map<String, Set<Local>> reads = new HashMap<>();
    private final Set<Stmt> bounded = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Stmt> open = Collections.newSetFromMap(new IdentityHashMap<>());

    Deliveries(Program program) {
        this.program = program;
    }

    static boolean is(Type type, Type.Qualifier qualifier) {
        return type instanceof Type.Int number && number.qualifiers().contains(qualifier);
    }

    /** The variable, field or element that the number is read from, whatever carries it. */
    static Expr slot(Expr e) {
        return e instanceof Expr.Convert convert && convert.kind() != Expr.Conversion.TRUNCATE ? slot(convert.operand()) : e;
    }

    /** Whether the number is read from something that was declared so. */
    static boolean isDeclared(Expr e, Type.Qualifier qualifier) {
        Expr slot = slot(e);
        return (slot instanceof Expr.Get || slot instanceof Expr.Field || slot instanceof Expr.Element) && is(slot.type(), qualifier);
    }

    /** Notes whether a read of memory, or a view of it, ends where the device's bytes end. One that stands on several paths does so on all. */
    void note(Stmt read, boolean ends) {
        if (!ends) {
            open.add(read);
            bounded.remove(read);
        } else if (!open.contains(read)) {
            bounded.add(read);
        }
    }

    boolean isBounded(Stmt read) {
        return bounded.contains(read);
    }

    boolean isOpen(Stmt read) {
        return open.contains(read);
    }

    /** The numbers of delivered bytes that the method has to do with. */
    List<Expr> numbers(MethodDecl method) {
        return numbers.computeIfAbsent(method.key(), key -> find(method));
    }

    private static List<Expr> find(MethodDecl method) {
        Set<Local> implied = implied(method);
        for (Local parameter : method.parameters()) {
            if (is(parameter.type(), Type.Qualifier.DELIVERED)) {
                implied.add(parameter);
            }
        }
        List<Expr> found = new ArrayList<>();
        implied.forEach(local -> found.add(new Expr.Get(local, local.type(), local.span())));
        Statements.walk(method.body().orElseThrow(), s -> Statements.expressions(s).forEach(e -> collect(e, found)));
        return found;
    }

    /** The variables that are never given anything but numbers of delivered bytes. */
    private static Set<Local> implied(MethodDecl method) {
        Map<Local, List<Stmt>> stores = new java.util.LinkedHashMap<>();
        Statements.walk(method.body().orElseThrow(), s -> Statements.assigned(s)
                .ifPresent(local -> stores.computeIfAbsent(local, l -> new ArrayList<>()).add(s)));
        stores.keySet().removeAll(method.parameters());
        stores.values().removeIf(all -> !all.stream().allMatch(Deliveries::isDelivered));
        return new java.util.LinkedHashSet<>(stores.keySet());
    }

    private static boolean isDelivered(Stmt store) {
        return store instanceof Stmt.Call call ? is(call.resultType(), Type.Qualifier.DELIVERED)
                : LoopRules.value(store).filter(value -> isDeclared(value, Type.Qualifier.DELIVERED)).isPresent();
    }

    /** Whether the expression is one of the method's numbers of delivered bytes. */
    boolean isNumber(Expr e, MethodDecl method) {
        return isDeclared(e, Type.Qualifier.DELIVERED) || slot(e) instanceof Expr.Get get && numbers(method).stream()
                .anyMatch(number -> number instanceof Expr.Get known && known.local().equals(get.local()));
    }

    private static void collect(Expr e, List<Expr> found) {
        if (isDeclared(e, Type.Qualifier.DELIVERED) && slot(e) == e) {
            found.add(e);
        }
        Expressions.operands(e).forEach(operand -> collect(operand, found));
    }

    /** Whether the local holds what was read of the device, and nothing else ever. */
    boolean isRead(Local local, MethodDecl method) {
        return reads.computeIfAbsent(method.key(), key -> reads(method)).contains(local);
    }

    private static Set<Local> reads(MethodDecl method) {
        Set<Local> found = new java.util.HashSet<>();
        Set<Local> others = new java.util.HashSet<>(method.parameters());
        Statements.walk(method.body().orElseThrow(), s -> Statements.assigned(s)
                .ifPresent(local -> (isReading(s) ? found : others).add(local)));
        found.removeAll(others);
        return found;
    }

    static boolean isReading(Stmt statement) {
        return statement instanceof Stmt.ReadCell || statement instanceof Stmt.ReadRegister;
    }

    /** Whether a value of this type tells of a completion. */
    boolean tells(Type type) {
        if (type instanceof Type.Value value && program.type(value.name()).orElse(null) instanceof TypeDecl.RecordDecl record) {
            return record.components().stream().map(FieldDecl::type).anyMatch(this::tells);
        }
        return is(type, Type.Qualifier.DELIVERED) || is(type, Type.Qualifier.COMPLETED);
    }

    /** Whether the method has to do with completions. */
    boolean tells(MethodDecl method) {
        boolean[] found = {!numbers(method).isEmpty() || method.parameters().stream().anyMatch(local -> tells(local.type()))};
        Statements.walk(method.body().orElseThrow(), s -> found[0] |= s.effectResult().filter(local -> tells(local.type())).isPresent());
        return found[0];
    }

    /** Whether the constant of an enum stands for memory that the device has written all of. */
    boolean isDelivered(Expr e) {
        return e instanceof Expr.EnumConst constant && constant.type() instanceof Type.Enum type
                && program.type(type.name()).orElse(null) instanceof TypeDecl.EnumDecl declared
                && declared.constants().stream().anyMatch(c -> c.delivered() && c.name().equals(constant.name()));
    }

    /** What the statement reads bytes of. */
    static Optional<Expr> bytes(Stmt statement) {
        if (statement instanceof Stmt.ReadByte read) {
            return Optional.of(read.bytes());
        }
        if (statement instanceof Stmt.ReadCell read && octet(read).isPresent()) {
            return octet(read).map(Expr.DmaElement::array);
        }
        return statement instanceof Stmt.CopyBytes copy && copy.direction() == Stmt.Direction.FROM_DMA ? Optional.of(copy.dma())
                : Optional.empty();
    }

    /** The element of an array of bytes that is read: such an array is bytes by another name. */
    static Optional<Expr.DmaElement> octet(Stmt.ReadCell read) {
        return read.cell() instanceof Expr.DmaElement element && isOctet(element) ? Optional.of(element) : Optional.empty();
    }

    static boolean isOctet(Expr.DmaElement element) {
        return element.type() instanceof Type.Cell cell && cell.bits() == Byte.SIZE;
    }
}
