// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.unit;

import static vireo.generator.check.unit.UnitReader.declared;
import static vireo.generator.check.unit.UnitReader.unit;

import java.util.List;
import java.util.Optional;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Statements;
import vireo.generator.ir.DmaDecl;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.ForeignFunction;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;
import vireo.generator.ir.Unit;
import vireo.generator.source.Span;

/** Walks over a method as it is written and shows a listener where units meet. */
final class UnitWalk {
    private final Program program;
    private final UnitReader reader;
    private final UnitListener listener;

    UnitWalk(Program program, UnitReader reader, UnitListener listener) {
        this.program = program;
        this.reader = reader;
        this.listener = listener;
    }

    void method(MethodDecl method) {
        Statements.walk(method.body().orElseThrow(), statement -> {
            Statements.expressions(statement).forEach(this::expression);
            statement(statement, method);
        });
    }

    /** A constant is of the unit that it declares, whatever it is computed from; in its initialiser units agree. */
    void constant(TypeDecl.ConstantDecl constant) {
        constant.initializer().ifPresent(this::expression);
    }

    /** A constant that bounds numbers of a unit; the last position bounds distances too, as no two are farther apart. */
    void limit(Expr limit, Unit unit) {
        expression(limit);
        if (reader.of(limit).distance().filter(unit::equals).isPresent()) {
            return;
        }
        listener.flow(limit, Dimension.declared(Optional.of(unit)), "what it bounds", Optional.empty());
    }

    private void statement(Stmt statement, MethodDecl method) {
        if (statement instanceof Stmt.Declare s) {
            s.value().ifPresent(value -> local(s.local(), value));
        } else if (statement instanceof Stmt.Assign s) {
            local(s.local(), s.value());
        } else if (statement instanceof Stmt.SetField s) {
            flow(s.value(), s.field().type(), "the field '" + s.field().name() + "'", Optional.of(s.field().span()));
        } else if (statement instanceof Stmt.SetElement s) {
            index(s.array(), s.index());
            if (UnitReader.arrayOf(s.array()) instanceof Type.Array array) {
                flow(s.value(), array.element(), "an element of '" + s.array().span().text() + "'", Optional.empty());
            }
        } else if (statement instanceof Stmt.Return s && s.value().isPresent()) {
            flow(s.value().get(), method.result(), "the result of " + method.name(), Optional.of(method.span()));
        } else if (statement instanceof Stmt.Switch s) {
            s.cases().forEach(one -> one.values().forEach(value -> listener.pair(s.subject(), value)));
        } else if (!call(statement)) {
            device(statement);
        }
    }

    private boolean call(Stmt statement) {
        if (statement instanceof Stmt.Call s) {
            program.method(s.method()).ifPresent(callee -> {
                arguments(callee, s.arguments());
                s.result().ifPresent(target -> listener.result(declared(callee.result()), target, "the result of " + callee.name(), s.span()));
            });
        } else if (statement instanceof Stmt.New s) {
            program.method(s.constructor()).ifPresent(callee -> arguments(callee, s.arguments()));
        } else if (statement instanceof Stmt.Embed s) {
            program.method(s.constructor()).ifPresent(callee -> arguments(callee, s.arguments()));
        } else if (statement instanceof Stmt.ForeignCall s) {
            port(s.function(), s.arguments());
            s.result().ifPresent(target -> listener.result(
                    Dimension.ofPort(unit(s.function().result())), target, "the result of " + s.function().javaName(), s.span()));
        } else {
            return false;
        }
        return true;
    }

    private void device(Stmt statement) {
        if (statement instanceof Stmt.ReadRegister s && s.register() instanceof Expr.RegisterRef ref) {
            listener.result(Dimension.declared(ref.register().unit()), s.result(), "the register '" + ref.register().name() + "'", s.span());
        } else if (statement instanceof Stmt.WriteRegister s && s.register() instanceof Expr.RegisterRef ref) {
            listener.flow(s.value(), Dimension.declared(ref.register().unit()), "the register '" + ref.register().name() + "'",
                    Optional.of(ref.register().span()));
        } else if (statement instanceof Stmt.ReadCell s) {
            listener.result(declared(s.cell().type()), s.result(), "the cell '" + s.cell().span().text() + "'", s.span());
        } else if (statement instanceof Stmt.WriteCell s) {
            listener.flow(s.value(), declared(s.cell().type()), "the cell '" + s.cell().span().text() + "'", declaration(s.cell()));
        } else if (statement instanceof Stmt.ReadByte s) {
            listener.bytes(s.index(), "the index of a byte");
            listener.result(Dimension.PLAIN, s.result(), "a byte of '" + s.bytes().span().text() + "'", s.span());
        } else if (statement instanceof Stmt.WriteByte s) {
            listener.bytes(s.index(), "the index of a byte");
            listener.flow(s.value(), Dimension.PLAIN, "a byte of '" + s.bytes().span().text() + "'", Optional.empty());
        } else if (statement instanceof Stmt.Slice s) {
            listener.bytes(s.offset(), "the start of a slice");
            listener.bytes(s.length(), "the length of a slice");
        } else if (statement instanceof Stmt.CopyBytes s) {
            listener.bytes(s.dmaOffset(), "the offset of a copy");
            listener.bytes(s.length(), "the length of a copy");
            s.array().ifPresent(array -> s.arrayOffset().ifPresent(offset -> index(array, offset)));
        } else if (statement instanceof Stmt.Bind s) {
            bind(s);
        }
    }

    private void bind(Stmt.Bind s) {
        listener.bytes(s.offset(), "the offset of the bind");
        if (s.count().isPresent() && s.result().type() instanceof Type.DmaBytes) {
            listener.bytes(s.count().get(), "the length of the bytes");
        } else if (s.count().isPresent() && s.result().type() instanceof Type.Dma ring) {
            listener.port(s.count().get(), ringIndex(ring.name()), "the length of the ring");
        } else if (s.count().isPresent() && s.result().type() instanceof Type.DmaArray array) {
            reader.bind(s.result(), s.count().get());
            if (s.result().kind() != Local.Kind.TEMPORARY) {
                listener.flow(s.count().get(), Dimension.declared(array.index()), "the length of the array", Optional.of(s.result().span()));
            }
        }
    }

    /** The unit of the indices of a ring's variable array. */
    private Optional<Unit> ringIndex(String name) {
        return program.type(name).filter(DmaDecl.class::isInstance).flatMap(ring -> ((DmaDecl) ring).fields().stream()
                .filter(field -> field.lengthName().isPresent() && field.type() instanceof Type.DmaArray).findFirst()
                .flatMap(field -> ((Type.DmaArray) field.type()).index()));
    }

    private static Optional<Span> declaration(Expr cell) {
        if (cell instanceof Expr.DmaField part) {
            return Optional.of(part.field().span());
        }
        return cell instanceof Expr.DmaElement element ? declaration(element.array()) : Optional.empty();
    }

    private void expression(Expr e) {
        Expressions.operands(e).forEach(this::expression);
        if (e instanceof Expr.Binary binary) {
            if (binary.left().type() instanceof Type.Int) {
                listener.operation(binary);
            }
        } else if (e instanceof Expr.Conditional choice && choice.type() instanceof Type.Int) {
            listener.pair(choice.yes(), choice.no());
        } else if (e instanceof Expr.Element element) {
            index(element.array(), element.index());
        } else if (e instanceof Expr.DmaElement element) {
            index(element.array(), element.index());
        } else if (e instanceof Expr.RegisterRef ref && ref.index().isPresent()) {
            listener.flow(ref.index().get(), Dimension.declared(ref.register().index()), "the index of '" + ref.register().name() + "'",
                    Optional.of(ref.register().span()));
        } else if (e instanceof Expr.Convert convert && UnitReader.cast(convert).isPresent()) {
            listener.cast(convert);
        } else if (e instanceof Expr.NewValue built && program.type(built.record()).orElse(null) instanceof TypeDecl.RecordDecl record) {
            for (int i = 0; i < built.components().size(); i++) {
                FieldDecl component = record.components().get(i);
                flow(built.components().get(i), component.type(), "the component '" + component.name() + "' of " + record.simpleName(),
                        Optional.of(component.span()));
            }
        } else if (e instanceof Expr.ForeignPure pure) {
            int skipped = Math.max(0, pure.arguments().size() - pure.function().parameters().size());
            port(pure.function(), pure.arguments().subList(skipped, pure.arguments().size()));
        }
    }

    private void index(Expr array, Expr index) {
        listener.flow(index, Dimension.declared(reader.indexOf(array)), "the index of '" + array.span().text() + "'",
                array instanceof Expr.Field field ? Optional.of(field.field().span()) : Optional.empty());
    }

    private void local(Local local, Expr value) {
        if (value.type() instanceof Type.Int) {
            listener.flow(value, reader.of(local), local.kind() == Local.Kind.TEMPORARY ? "this value" : "'" + local.name() + "'",
                    Optional.of(local.span()));
        } else {
            flow(value, local.type(), "'" + local.name() + "'", Optional.of(local.span()));
        }
    }

    private void flow(Expr value, Type target, String place, Optional<Span> declared) {
        if (target instanceof Type.Int) {
            listener.flow(value, declared(target), place, declared);
        } else if (target instanceof Type.Array || target instanceof Type.DmaArray) {
            listener.array(value, target, place);
        }
    }

    private void arguments(MethodDecl callee, List<Expr> arguments) {
        String owner = callee.owner().substring(callee.owner().lastIndexOf('.') + 1);
        String name = callee.kind() == MethodDecl.Kind.CONSTRUCTOR ? "the constructor of " + owner : owner + "." + callee.name();
        for (int i = 0; i < arguments.size(); i++) {
            Local parameter = callee.parameters().get(i);
            flow(arguments.get(i), parameter.type(), "the parameter '" + parameter.name() + "' of " + name, Optional.of(parameter.span()));
        }
    }

    private void port(ForeignFunction function, List<Expr> arguments) {
        for (int i = 0; i < arguments.size() && i < function.parameters().size(); i++) {
            if (function.parameters().get(i) instanceof Type.Int number) {
                listener.port(arguments.get(i), number.unit(), "argument " + (i + 1) + " of " + function.javaName());
            }
        }
    }
}
