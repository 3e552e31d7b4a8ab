// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CInt;
import vireo.generator.emit.c.tree.CStmt;
import vireo.generator.emit.c.tree.CType;
import vireo.generator.emit.c.tree.CVariable;
import vireo.generator.ir.CNames;
import vireo.generator.ir.DmaDecl;
import vireo.generator.ir.Expr;
import vireo.generator.ir.ForeignFunction;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;

/** Calls of driver and port functions, construction, and binding: statements that may fail. */
final class CallLowering {
    private final ProgramFacts facts;
    private final TypeMapping types;
    private final FunctionScope scope;
    private final ExpressionLowering expressions;
    private final EffectLowering effects;
    private final ExitLowering exits;

    CallLowering(ProgramFacts facts, TypeMapping types, FunctionScope scope, ExpressionLowering expressions,
            EffectLowering effects, ExitLowering exits) {
        this.facts = facts;
        this.types = types;
        this.scope = scope;
        this.expressions = expressions;
        this.effects = effects;
        this.exits = exits;
    }

    /** Whether the statement was one of these. */
    boolean lower(Stmt s, Code code) {
        if (s instanceof Stmt.Call c) {
            call(c, code);
        } else if (s instanceof Stmt.ForeignCall c) {
            foreign(c, code);
        } else if (s instanceof Stmt.New n) {
            create(n, code);
        } else if (s instanceof Stmt.Embed e) {
            embed(e, code);
        } else if (s instanceof Stmt.Bind b) {
            bind(b, code);
        } else {
            return false;
        }
        return true;
    }

    private void call(Stmt.Call c, Code code) {
        MethodDecl method = facts.program().method(c.method()).orElseThrow();
        List<CExpr> arguments = new ArrayList<>();
        c.receiver().ifPresent(r -> arguments.add(expressions.lower(r).expr()));
        arguments.addAll(expressions.arguments(c.arguments(), method.parameters()));
        List<CStmt> release = method.movesReceiver() ? release(c.receiver().orElseThrow()) : List.of();
        CExpr.Effect effect = facts.isPure(method) && release.isEmpty() ? CExpr.Effect.LOOK : CExpr.Effect.ANY;
        finish(new CExpr.Call(function(method, arguments), arguments, effect), method.throwing(), types.of(method.result()),
                c.result(), release, code);
    }

    /** What to call: the method itself, or what the object's table says. */
    private CExpr function(MethodDecl method, List<CExpr> arguments) {
        if (!(facts.program().type(method.owner()).orElseThrow() instanceof TypeDecl.InterfaceDecl owner)) {
            return new CExpr.Symbol(CNames.function(method));
        }
        Optional<String> sole = facts.soleImplementation(owner.name());
        if (sole.isPresent()) {
            return new CExpr.Symbol(CNames.function(facts.implementation(sole.get(), method)));
        }
        String tag = CNames.type(owner.name());
        CExpr table = CExpr.behind(arguments.get(0), "ops", tag);
        return new CExpr.Member(table, true, CNames.variable(method.name()), tag + "_ops");
    }

    /** The memory of an object on the heap goes once its last method has run; a boxed object's method has seen to it itself. */
    private List<CStmt> release(Expr receiver) {
        Optional<String> called = receiver.type() instanceof Type.Object o ? Optional.of(o.name())
                : receiver.type() instanceof Type.Interface i ? facts.soleImplementation(i.name()) : Optional.empty();
        boolean heap = receiver instanceof Expr.Get || receiver instanceof Expr.Field f && facts.isOwnedPointer(f.field());
        boolean leftToUs = called.isPresent() && !facts.isBoxed(called.get());
        return leftToUs && heap ? List.of(free(expressions.lower(receiver).expr())) : List.of();
    }

    private static CStmt free(CExpr object) {
        return new CStmt.Do(CExpr.call("vireo_free", List.of(object), CExpr.Effect.ANY));
    }

    private void finish(CExpr.Call call, boolean throwing, CType type, Optional<Local> result, List<CStmt> after, Code code) {
        if (!throwing) {
            if (result.isPresent()) {
                effects.result(result.get(), CValue.of(call, type), code);
            } else {
                code.run(call);
            }
            code.addAll(after);
            return;
        }
        List<CExpr> all = new ArrayList<>(call.arguments());
        Optional<CVariable> target = result.map(scope::of).filter(v -> v.type().equals(type));
        Optional<CVariable> out = type.isVoid() ? Optional.empty()
                : target.or(() -> Optional.of(scope.fresh("value", type, CVariable.Kind.TEMPORARY)));
        out.ifPresent(v -> all.add(new CExpr.Unary("&", new CExpr.Variable(v))));
        CExpr checked = new CExpr.Call(call.function(), all, CExpr.Effect.ANY);
        if (after.isEmpty()) {
            exits.check(checked, List.of(), code);
        } else {
            code.assign(new CExpr.Variable(exits.error()), checked);
            code.addAll(after);
            Code failed = new Code();
            exits.raise(new CExpr.Variable(exits.error()), failed);
            code.add(new CStmt.If(new CExpr.Variable(exits.error()), failed.statements(), List.of()));
        }
        if (target.isEmpty() && result.isPresent()) {
            effects.result(result.get(), CValue.of(new CExpr.Variable(out.orElseThrow()), type), code);
        }
    }

    private void foreign(Stmt.ForeignCall c, Code code) {
        ForeignFunction f = c.function();
        List<CExpr> arguments = new ArrayList<>();
        if (f.passesReceiver()) {
            c.receiver().ifPresent(r -> arguments.add(expressions.lower(r).expr()));
        }
        for (int i = 0; i < c.arguments().size(); i++) {
            arguments.add(expressions.to(c.arguments().get(i), types.stored(f.parameters().get(i))));
        }
        finish(new CExpr.Call(new CExpr.Symbol(f.cName()), arguments, CExpr.Effect.ANY), f.throwing(), types.stored(f.result()),
                c.result(), List.of(), code);
    }

    private void create(Stmt.New n, Code code) {
        MethodDecl constructor = facts.program().method(n.constructor()).orElseThrow();
        CExpr object = new CExpr.Variable(scope.of(n.result()));
        List<CExpr> arguments = new ArrayList<>(List.of(object));
        arguments.addAll(expressions.arguments(n.arguments(), constructor.parameters()));
        CExpr size = new CExpr.SizeOf(new CExpr.Unary("*", object));
        code.assign(object, CExpr.call("vireo_alloc", List.of(size), CExpr.Effect.ANY));
        Code failed = new Code();
        exits.raise(new CExpr.Unary("-", new CExpr.Symbol("ENOMEM")), failed);
        code.add(new CStmt.If(new CExpr.Unary("!", object), failed.statements(), List.of()));
        CExpr init = CExpr.call(CNames.function(constructor), arguments, CExpr.Effect.ANY);
        if (constructor.throwing()) {
            exits.check(init, List.of(free(object)), code);
        } else {
            code.run(init);
        }
    }

    private void embed(Stmt.Embed e, Code code) {
        MethodDecl constructor = facts.program().method(e.constructor()).orElseThrow();
        CExpr place = CExpr.behind(scope.receiver(), CNames.variable(e.field().name()), CNames.type(e.field().owner()));
        List<CExpr> arguments = new ArrayList<>(List.of(CExpr.addressOf(place)));
        arguments.addAll(expressions.arguments(e.arguments(), constructor.parameters()));
        CExpr init = CExpr.call(CNames.function(constructor), arguments, CExpr.Effect.ANY);
        if (constructor.throwing()) {
            exits.check(init, List.of(), code);
        } else {
            code.run(init);
        }
    }

    private void bind(Stmt.Bind b, Code code) {
        CExpr source = expressions.lower(b.source()).expr();
        CExpr target = new CExpr.Variable(scope.of(b.result()));
        if (b.result().type() instanceof Type.Block block) {
            TypeDecl.BlockDecl decl = (TypeDecl.BlockDecl) facts.program().type(block.name()).orElseThrow();
            CExpr offset = expressions.to(b.offset(), CType.of(CInt.U64));
            exits.check(CExpr.call("vireo_window_at", List.of(source, offset,
                    new CExpr.Symbol(BlockEmitter.sizeMacro(decl)), number(BlockEmitter.align(decl)),
                    CExpr.addressOf(target)), CExpr.Effect.ANY), List.of(), code);
            return;
        }
        CExpr offset = expressions.to(b.offset(), CType.of(CInt.U32));
        CExpr area = new CExpr.Variable(scope.helper("area", CType.VOID.pointer()));
        exits.check(CExpr.call("vireo_dma_at", List.of(source, offset, size(b), number(align(b.result().type())),
                CExpr.addressOf(area)), CExpr.Effect.ANY), List.of(), code);
        code.assign(target, area);
        if (TypeMapping.carriesLength(b.result().type())) {
            CExpr length = new CExpr.Variable(scope.lengthOf(b.result()).orElseThrow());
            code.assign(length, expressions.to(b.count().orElseThrow(), CType.of(CInt.U32)));
        }
    }

    private CExpr size(Stmt.Bind b) {
        Type type = b.result().type();
        if (type instanceof Type.DmaBytes) {
            return expressions.to(b.count().orElseThrow(), CType.of(CInt.U64));
        }
        if (type instanceof Type.DmaArray a) {
            CType element = a.element() instanceof Type.Cell c ? TypeMapping.cell(c)
                    : CType.struct(CNames.type(((Type.Dma) a.element()).name()));
            CExpr count = expressions.to(b.count().orElseThrow(), CType.of(CInt.U32));
            return new CExpr.Binary("*", count, new CExpr.SizeOfType(element));
        }
        String tag = CNames.type(((Type.Dma) type).name());
        DmaDecl decl = decl(type);
        if (decl.ring()) {
            CExpr count = expressions.to(b.count().orElseThrow(), CType.of(CInt.U32));
            return CExpr.call(tag + "_size", List.of(count), CExpr.Effect.NONE);
        }
        return new CExpr.SizeOfType(CType.struct(tag));
    }

    private int align(Type type) {
        if (type instanceof Type.DmaArray a) {
            return align(a.element());
        }
        return type instanceof Type.Cell c ? c.bits() / 8 : type instanceof Type.Dma ? decl(type).align() : 1;
    }

    private DmaDecl decl(Type type) {
        return (DmaDecl) facts.program().type(((Type.Dma) type).name()).orElseThrow();
    }

    private static CExpr number(int value) {
        return Literals.value(BigInteger.valueOf(value), false).expr();
    }
}
