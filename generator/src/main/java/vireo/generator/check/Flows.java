// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import vireo.generator.flow.value.MethodValues;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.ForeignFunction;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.RegisterDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Substitution;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;

/** Which values a statement moves into which declared places. */
final class Flows {
    private final Program program;

    Flows(Program program) {
        this.program = program;
    }

    void of(Stmt statement, Point point, BiConsumer<Flow, Point> sink) {
        if (statement instanceof Stmt.Declare s) {
            s.value().ifPresent(value -> sink.accept(local(s.local(), value), point));
        } else if (statement instanceof Stmt.Assign s) {
            sink.accept(local(s.local(), s.value()), point);
        } else if (statement instanceof Stmt.SetField s) {
            Type type = Substitution.of(s.object()).apply(s.field().type());
            sink.accept(new Flow(s.value(), type, "the field '" + s.field().name() + "'", s.value().span()), point);
        } else if (statement instanceof Stmt.SetElement s) {
            Type type = point.typeOf(s.array()) instanceof Type.Array array ? array.element() : s.value().type();
            sink.accept(new Flow(s.value(), type, "an element of '" + s.array().span().text() + "'", s.value().span()), point);
        } else if (statement instanceof Stmt.Call s) {
            program.method(s.method()).ifPresent(callee -> arguments(callee, s.receiver(), s.arguments(), point, sink));
        } else if (statement instanceof Stmt.New s) {
            program.method(s.constructor()).ifPresent(callee -> arguments(callee, Optional.empty(), s.arguments(), point, sink));
        } else if (statement instanceof Stmt.Embed s) {
            program.method(s.constructor()).ifPresent(callee -> arguments(callee, Optional.empty(), s.arguments(), point, sink));
        } else if (statement instanceof Stmt.ForeignCall s) {
            foreign(s.function(), s.arguments(), point, sink);
        } else if (statement instanceof Stmt.WriteRegister s && s.register() instanceof Expr.RegisterRef ref) {
            sink.accept(register(ref.register(), s), point);
        } else if (statement instanceof Stmt.WriteCell s && s.cell().type() instanceof Type.Cell cell) {
            sink.accept(new Flow(s.value(), cell(cell, s), "the " + cell.bits() + "-bit cell '" + s.cell().span().text() + "'",
                    s.value().span()), point);
        } else if (statement instanceof Stmt.WriteByte s) {
            sink.accept(new Flow(s.value(), Type.Int.of(Type.Java.INT, Interval.U8), "a byte of '" + s.bytes().span().text() + "'",
                    s.value().span()), point);
        } else if (statement instanceof Stmt.Bind s) {
            bind(s, point, sink);
        } else if (statement instanceof Stmt.Return s && s.value().isPresent()) {
            sink.accept(new Flow(s.value().get(), point.method().result(), "the result of " + point.method().name(),
                    s.value().get().span()), point);
        }
        result(statement, point, sink);
    }

    private static Flow local(Local local, Expr value) {
        String place = local.kind() == Local.Kind.TEMPORARY ? "this value" : "'" + local.name() + "'";
        return new Flow(value, local.type(), place, value.span());
    }

    /** What a call or a read gives may lie outside what the variable that takes it declares. */
    private void result(Stmt statement, Point point, BiConsumer<Flow, Point> sink) {
        Optional<MethodValues.Result> result = point.values().result(point.state(), statement);
        if (result.isPresent()) {
            Local target = result.get().target();
            Flow flow = new Flow(result.get().value(), target.type(), "'" + target.name() + "'", statement.span());
            sink.accept(flow, point.with(result.get().state()));
        }
    }

    private void arguments(MethodDecl callee, Optional<Expr> receiver, List<Expr> arguments, Point point,
            BiConsumer<Flow, Point> sink) {
        Substitution substitution = Substitution.of(receiver, callee.parameters(), arguments);
        for (int i = 0; i < arguments.size(); i++) {
            Local parameter = callee.parameters().get(i);
            sink.accept(new Flow(arguments.get(i), substitution.apply(parameter.type()),
                    "the parameter '" + parameter.name() + "' of " + name(callee), arguments.get(i).span()), point);
        }
    }

    static String name(MethodDecl method) {
        String owner = method.owner().substring(method.owner().lastIndexOf('.') + 1);
        return method.kind() == MethodDecl.Kind.CONSTRUCTOR ? "the constructor of " + owner : owner + "." + method.name();
    }

    private static void foreign(ForeignFunction function, List<Expr> arguments, Point point, BiConsumer<Flow, Point> sink) {
        for (int i = 0; i < arguments.size() && i < function.parameters().size(); i++) {
            sink.accept(new Flow(arguments.get(i), function.parameters().get(i),
                    "argument " + (i + 1) + " of " + function.javaName(), arguments.get(i).span()), point);
        }
    }

    /** The arguments of a pure function of the port; the receiver stands first where it is passed. */
    void arguments(Expr.ForeignPure pure, Point point, BiConsumer<Flow, Point> sink) {
        int skipped = pure.arguments().size() - pure.function().parameters().size();
        if (skipped >= 0) {
            foreign(pure.function(), pure.arguments().subList(skipped, pure.arguments().size()), point, sink);
        }
    }

    private static Flow register(RegisterDecl register, Stmt.WriteRegister s) {
        int bits = s.part() == Stmt.Part.WHOLE ? register.bits() : 32;
        long mask = s.part() == Stmt.Part.WHOLE ? register.mask() : -1;
        Type.Java java = bits <= 16 ? Type.Java.INT : Type.Java.LONG;
        Set<Type.Qualifier> qualifiers = register.bitMask() ? Set.of(Type.Qualifier.BIT_MASK) : Set.of();
        Type type = new Type.Int(java, Interval.unsigned(bits), mask, qualifiers, List.of());
        return new Flow(s.value(), type, "the register '" + register.name() + "'", s.value().span());
    }

    private static Type cell(Type.Cell cell, Stmt.WriteCell s) {
        Optional<Type.Int> declared = s.cell() instanceof Expr.DmaField field ? field.field().value() : Optional.empty();
        boolean bits = declared.filter(value -> value.qualifiers().contains(Type.Qualifier.BIT_MASK)).isPresent();
        if (bits && s.order() != Stmt.Order.RAW) {
            return declared.get();
        }
        Set<Type.Qualifier> qualifiers = s.order() != Stmt.Order.RAW
                ? Set.of()
                : cell.order() == Type.ByteOrder.BIG ? Set.of(Type.Qualifier.BIG_ENDIAN) : Set.of(Type.Qualifier.LITTLE_ENDIAN);
        Type.Java java = cell.bits() <= 16 ? Type.Java.INT : Type.Java.LONG;
        return new Type.Int(java, Interval.unsigned(cell.bits()), -1, qualifiers, List.of());
    }

    private static void bind(Stmt.Bind s, Point point, BiConsumer<Flow, Point> sink) {
        Interval offsets = s.result().type() instanceof Type.Block ? Interval.U64 : Interval.U32;
        sink.accept(new Flow(s.offset(), Type.Int.of(Type.Java.LONG, offsets), "the offset of the bind", s.offset().span()), point);
        s.count().ifPresent(count -> {
            Interval counts = s.result().type() instanceof Type.DmaBytes
                    ? Interval.of(0, Integer.MAX_VALUE)
                    : Interval.of(1, s.result().type() instanceof Type.DmaArray ? 65536 : 32768);
            sink.accept(new Flow(count, Type.Int.of(Type.Java.INT, counts), "the count of the bind", count.span()), point);
        });
    }

    /** The components of a value record, whose bounds may name other components. */
    void components(Expr.NewValue built, Point point, BiConsumer<Flow, Point> sink) {
        if (!(program.type(built.record()).orElse(null) instanceof TypeDecl.RecordDecl record)) {
            return;
        }
        for (int i = 0; i < built.components().size(); i++) {
            FieldDecl component = record.components().get(i);
            Expr value = built.components().get(i);
            sink.accept(new Flow(value, bounds(component.type(), record, built), "the component '" + component.name() + "' of "
                    + record.simpleName(), value.span()), point);
        }
    }

    private static Type bounds(Type type, TypeDecl.RecordDecl record, Expr.NewValue built) {
        if (type instanceof Type.DmaArray array) {
            return array.withLength(array.length().map(term -> component(term, record, built)));
        }
        if (type instanceof Type.DmaBytes bytes) {
            return new Type.DmaBytes(bytes.length().map(term -> component(term, record, built)));
        }
        if (!(type instanceof Type.Int number) || number.bounds().isEmpty()) {
            return type;
        }
        List<Type.Bound> bounds = new ArrayList<>();
        for (Type.Bound bound : number.bounds()) {
            bounds.add(new Type.Bound(bound.strict(), component(bound.term(), record, built)));
        }
        return number.withBounds(bounds);
    }

    private static Expr component(Expr term, TypeDecl.RecordDecl record, Expr.NewValue built) {
        if (term instanceof Expr.Field field && field.object() instanceof Expr.This) {
            int index = record.components().indexOf(field.field());
            return index < 0 ? term : built.components().get(index);
        }
        if (term instanceof Expr.Convert convert) {
            return new Expr.Convert(convert.kind(), component(convert.operand(), record, built), convert.type(), convert.span());
        }
        return term;
    }
}
