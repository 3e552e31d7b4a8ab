// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/** Which variables and parameters a method reads. What types name in their bounds and lengths counts. */
final class LocalReads {
    private LocalReads() {}

    /** Those that are read for more than to give themselves their next value. */
    static Set<Local> of(MethodDecl method) {
        Set<Local> read = new HashSet<>(named(method));
        Statements.walk(method.body().orElseThrow(), statement -> {
            Set<Local> here = new HashSet<>();
            Statements.expressions(statement).forEach(e -> in(e, here::add));
            if (statement instanceof Stmt.Assign again) {
                here.remove(again.local());
            }
            read.addAll(here);
        });
        return read;
    }

    /** Those that the types of the method's own declarations name. */
    static Set<Local> named(MethodDecl method) {
        Set<Local> found = new HashSet<>();
        method.parameters().forEach(parameter -> in(parameter.type(), found::add));
        in(method.result(), found::add);
        Statements.walk(method.body().orElseThrow(), statement -> {
            if (statement instanceof Stmt.Declare declared) {
                in(declared.local().type(), found::add);
            }
            statement.effectResult().ifPresent(result -> in(result.type(), found::add));
        });
        return found;
    }

    /** Hands over each variable that the expression reads. */
    static void in(Expr e, Consumer<Local> sink) {
        if (e instanceof Expr.Get get) {
            sink.accept(get.local());
        } else if (e instanceof Expr.ErrnoOf errno) {
            sink.accept(errno.exception());
        } else {
            Expressions.operands(e).forEach(operand -> in(operand, sink));
        }
    }

    private static void in(Type type, Consumer<Local> sink) {
        if (type instanceof Type.Int number) {
            number.bounds().forEach(bound -> in(bound.term(), sink));
        } else if (type instanceof Type.Array array) {
            in(array.element(), sink);
            array.length().ifPresent(length -> in(length, sink));
        } else if (type instanceof Type.Dma dma) {
            dma.length().ifPresent(length -> in(length, sink));
        } else if (type instanceof Type.DmaArray array) {
            array.length().ifPresent(length -> in(length, sink));
        } else if (type instanceof Type.DmaBytes bytes) {
            bytes.length().ifPresent(length -> in(length, sink));
        }
    }
}
