// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CInt;
import vireo.generator.emit.c.tree.CType;
import vireo.generator.emit.c.tree.CVariable;
import vireo.generator.flow.Values;
import vireo.generator.ir.CNames;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;

/** The variables of one function: parameters, the author's locals, temporaries, and those that error handling needs. */
final class FunctionScope {
    private static final List<String> ERROR_NAMES = List.of("err", "ret", "cause");

    private final ProgramFacts facts;
    private final TypeMapping types;
    private final MethodDecl method;
    private final Map<Local, CVariable> variables = new HashMap<>();
    private final Map<Local, CVariable> lengths = new HashMap<>();
    private final Map<String, CVariable> shared = new HashMap<>();
    private final Map<Local, CExpr> caught = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final List<CVariable> parameters = new ArrayList<>();
    private final Map<Local, CType> narrowed;
    private final Optional<CVariable> receiver;
    private final Optional<CVariable> out;
    private int nextId;

    FunctionScope(ProgramFacts facts, TypeMapping types, MethodDecl method, Values values) {
        this.facts = facts;
        this.types = types;
        this.method = method;
        this.narrowed = LocalRanges.of(method, types, values);
        method.parameters().forEach(p -> taken.add(CNames.variable(p.name())));
        IrWalk.forEach(method.body().orElse(List.of()), s -> {
            if (s instanceof vireo.generator.ir.Stmt.Declare d && d.local().kind() != Local.Kind.TEMPORARY) {
                taken.add(CNames.variable(d.local().name()));
            }
        });
        receiver = method.kind() == MethodDecl.Kind.STATIC ? Optional.empty() : Optional.of(addReceiver());
        for (Local p : method.parameters()) {
            CVariable v = variable(CNames.variable(p.name()), types.of(p.type()), CVariable.Kind.PARAMETER);
            variables.put(p, v);
            parameters.add(v);
            if (TypeMapping.carriesLength(p.type())) {
                CVariable length = fresh(v.name() + "_length", CType.of(CInt.U32), CVariable.Kind.PARAMETER);
                lengths.put(p, length);
                parameters.add(length);
            }
        }
        CType result = types.of(method.result());
        out = method.throwing() && !result.isVoid()
                ? Optional.of(fresh(resultName(), result.pointer(), CVariable.Kind.PARAMETER))
                : Optional.empty();
        out.ifPresent(parameters::add);
    }

    private CVariable addReceiver() {
        String name = CNames.receiver(method.owner());
        String free = taken.contains(name) ? "self" : name;
        taken.add(free);
        CType struct = CType.struct(facts.tag(method.owner()));
        boolean value = facts.program().type(method.owner()).orElseThrow() instanceof TypeDecl.RecordDecl;
        CVariable v = variable(free, value ? struct : struct.pointer(), CVariable.Kind.PARAMETER);
        parameters.add(v);
        return v;
    }

    private String resultName() {
        return types.tag(method.result())
                .map(tag -> tag.substring(tag.lastIndexOf('_') + 1))
                .filter(name -> !vireo.generator.ir.CReservedNames.contains(name))
                .orElse("result");
    }

    MethodDecl method() {
        return method;
    }

    List<CVariable> parameters() {
        return parameters;
    }

    CExpr receiver() {
        return new CExpr.Variable(receiver.orElseThrow());
    }

    Optional<CVariable> receiverVariable() {
        return receiver;
    }

    /** Where the result of a function goes that returns a status. */
    Optional<CVariable> out() {
        return out;
    }

    CVariable of(Local local) {
        CVariable known = variables.get(local);
        if (known == null) {
            known = declare(local, CNames.variable(local.name()));
        }
        return known;
    }

    /** Introduces a local; a temporary gets the name of what it holds. */
    CVariable declare(Local local, String name) {
        CVariable known = variables.get(local);
        if (known != null) {
            return known;
        }
        CType type = narrowed.getOrDefault(local, types.of(local.type()));
        CVariable v;
        if (local.kind() == Local.Kind.TEMPORARY) {
            v = fresh(name, type, CVariable.Kind.TEMPORARY);
        } else {
            v = shared.computeIfAbsent(name + " " + type, key -> shared.keySet().stream()
                            .noneMatch(k -> k.startsWith(name + " "))
                    ? variable(name, type, CVariable.Kind.LOCAL)
                    : fresh(name, type, CVariable.Kind.LOCAL));
        }
        variables.put(local, v);
        return v;
    }

    /** The variable that holds the length of what a local points to. */
    Optional<CVariable> lengthOf(Local local) {
        if (!lengths.containsKey(local) && TypeMapping.carriesLength(local.type())) {
            lengths.put(local, fresh(of(local).name() + "_length", CType.of(CInt.U32), CVariable.Kind.LOCAL));
        }
        return Optional.ofNullable(lengths.get(local));
    }

    /** The status variable; functions nested in clean-up code need one of their own. */
    CVariable error(int depth) {
        String name = depth < ERROR_NAMES.size() ? ERROR_NAMES.get(depth) : "err" + depth;
        return helper(name, CType.INT);
    }

    /** A variable that the generator needs by name, one a function. */
    CVariable helper(String name, CType type) {
        return shared.computeIfAbsent("(" + name + ") " + type, key -> fresh(name, type, CVariable.Kind.LOCAL));
    }

    void bindCaught(Local exception, CExpr status) {
        caught.put(exception, status);
    }

    CExpr caught(Local exception) {
        return caught.get(exception);
    }

    /** A new variable; the name gets a number where it is taken. */
    CVariable fresh(String name, CType type, CVariable.Kind kind) {
        String free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name + i;
        }
        return variable(free, type, kind);
    }

    private CVariable variable(String name, CType type, CVariable.Kind kind) {
        return new CVariable(nextId++, name, type, kind);
    }
}
