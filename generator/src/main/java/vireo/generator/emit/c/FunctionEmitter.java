// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.emit.c.pass.Passes;
import vireo.generator.emit.c.tree.CDecl;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CStmt;
import vireo.generator.emit.c.tree.CType;
import vireo.generator.emit.c.tree.CVariable;
import vireo.generator.flow.Values;
import vireo.generator.ir.CNames;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.TypeDecl;

/** One method or constructor as a C function. */
final class FunctionEmitter {
    private final ProgramFacts facts;
    private final TypeMapping types;
    private final Values values;
    private final boolean lines;

    FunctionEmitter(ProgramFacts facts, TypeMapping types, Values values, boolean lines) {
        this.facts = facts;
        this.types = types;
        this.values = values;
        this.lines = lines;
    }

    /** The function with its body; documented here where no header declares it. */
    CDecl.Function definition(MethodDecl method) {
        FunctionScope scope = new FunctionScope(facts, types, method, values);
        ExpressionLowering expressions = new ExpressionLowering(facts, types, scope, values);
        StatementLowering statements = new StatementLowering(facts, types, scope, expressions, lines);
        List<CStmt> before = method.kind() == MethodDecl.Kind.CONSTRUCTOR ? preparation(method, scope, expressions) : List.of();
        List<CStmt> lowered = statements.function(method.body().orElseThrow(), before);
        List<CStmt> whole = facts.freesReceiver(method) ? new FreeReceiver(scope, types).atEveryEnd(lowered) : lowered;
        List<CStmt> body = Passes.run(whole, scope.parameters(), this::typeOf);
        Optional<CDecl.Doc> doc = method.isPrivate() ? new KernelDoc(method.owner(), method.doc()).plain() : Optional.empty();
        return function(method, scope, doc, Optional.of(body));
    }

    /** The prototype, with the documentation. */
    CDecl.Function prototype(MethodDecl method) {
        FunctionScope scope = new FunctionScope(facts, types, method, values);
        Map<String, String> parameters = new LinkedHashMap<>();
        method.parameters().forEach(p -> parameters.put(p.name(), CNames.variable(p.name())));
        Optional<CDecl.Doc> doc = new KernelDoc(method.owner(), facts.documentation(method)).function(
                CNames.function(method), scope.receiverVariable().map(CVariable::name), parameters, lengths(method, scope),
                scope.out().map(CVariable::name), method.throwing());
        return function(method, scope, doc, Optional.empty());
    }

    /** The parameters that are followed by their length, and what that is called. */
    private static Map<String, String> lengths(MethodDecl method, FunctionScope scope) {
        Map<String, String> lengths = new LinkedHashMap<>();
        method.parameters().forEach(p -> scope.lengthOf(p).ifPresent(length -> lengths.put(scope.of(p).name(), length.name())));
        return lengths;
    }

    /** Parameters as a declaration lists them, receiver first, out parameter last. */
    List<CVariable> parameters(MethodDecl method) {
        return new FunctionScope(facts, types, method, values).parameters();
    }

    CType result(MethodDecl method) {
        return method.throwing() ? CType.INT : types.of(method.result());
    }

    private CDecl.Function function(MethodDecl method, FunctionScope scope, Optional<CDecl.Doc> doc, Optional<List<CStmt>> body) {
        List<String> modifiers = facts.isInlined(method) ? List.of("static", "inline")
                : facts.isKeptApart(method) ? List.of("static", "noinline")
                : method.isPrivate() ? List.of("static") : List.of();
        boolean mustCheck = method.throwing() && body.isEmpty() && !method.discardable();
        return new CDecl.Function(
                doc, modifiers, result(method), mustCheck, CNames.function(method), scope.parameters(), body);
    }

    /** What a constructor does before the author's statements: zeroes the fields that these leave, and sets function tables. */
    private List<CStmt> preparation(MethodDecl constructor, FunctionScope scope, ExpressionLowering expressions) {
        EffectLowering effects = new EffectLowering(facts, types, scope, expressions);
        TypeDecl owner = facts.program().type(constructor.owner()).orElseThrow();
        if (!(owner instanceof TypeDecl.ClassDecl type)) {
            return List.of();
        }
        List<CStmt> before = new ArrayList<>();
        if (!assignedFirst(constructor.body().orElse(List.of())).containsAll(type.fields())) {
            before.add(effects.zeroReceiver());
        }
        facts.dispatchedInterfaces(type).forEach(i -> before.add(effects.setOperations(type.name(), i.name())));
        return before;
    }

    /** The fields that are assigned on every path before anything could look at them. */
    private static Set<FieldDecl> assignedFirst(List<Stmt> body) {
        Set<FieldDecl> assigned = new HashSet<>();
        for (Stmt s : body) {
            if (s instanceof Stmt.SetField f && f.object() instanceof Expr.This) {
                assigned.add(f.field());
            } else if (s instanceof Stmt.Embed e) {
                assigned.add(e.field());
            } else if (s instanceof Stmt.Block b) {
                assigned.addAll(assignedFirst(b.body()));
            } else if (s instanceof Stmt.Call c
                    && (c.receiver().filter(Expr.This.class::isInstance).isPresent()
                            || c.arguments().stream().anyMatch(Expr.This.class::isInstance))) {
                return assigned;
            }
        }
        return assigned;
    }

    /** The type of a place that passes ask for. */
    private Optional<CType> typeOf(CExpr place) {
        if (place instanceof CExpr.Variable v) {
            return Optional.of(v.variable().type());
        }
        if (place instanceof CExpr.Unary u && u.operator().equals("*") && u.operand() instanceof CExpr.Variable v) {
            CType pointer = v.variable().type();
            return Optional.of(pointed(pointer));
        }
        if (place instanceof CExpr.Member m) {
            return facts.program().types().stream()
                    .filter(t -> CNames.type(t.name()).equals(m.tag()))
                    .flatMap(t -> fields(t).stream())
                    .filter(f -> CNames.variable(f.name()).equals(m.field()))
                    .map(f -> types.stored(f.type()))
                    .findFirst();
        }
        return Optional.empty();
    }

    private CType pointed(CType pointer) {
        if (pointer.pointers() == 1) {
            for (var integer : List.of(CType.BOOL, CType.INT)) {
                if (integer.base().equals(pointer.base())) {
                    return integer;
                }
            }
            if (pointer.base().matches("[us](8|16|32|64)")) {
                return CType.of(new vireo.generator.emit.c.tree.CInt(
                        Integer.parseInt(pointer.base().substring(1)), pointer.base().startsWith("s")));
            }
        }
        return new CType(pointer.base(), pointer.pointers() - 1, Optional.empty());
    }

    static List<FieldDecl> fields(TypeDecl type) {
        if (type instanceof TypeDecl.ClassDecl c) {
            return c.fields();
        }
        return type instanceof TypeDecl.RecordDecl r ? r.components() : List.of();
    }
}
