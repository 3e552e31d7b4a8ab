// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.milestone;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Statements;
import vireo.generator.ir.DmaDecl;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.TypeDecl;

/** Masks of features: whether the driver names each of them, one bit at a time, and with those that it needs. */
public final class NamedFeatures {
    /**
     * What is wrong with a mask.
     *
     * @param at what brings it in; empty where it is the mask itself
     * @param missing the feature and what it lacks; empty where features are not named
     */
    public record Fault(Optional<Expr> at, Optional<String> missing) {}

    private record Passed(MethodDecl method, List<Expr> arguments) {}

    private final Program program;
    private final Meanings meanings;
    private final Map<String, List<Passed>> passed = new HashMap<>();
    private final Map<FieldDecl, List<Passed>> stored = new HashMap<>();

    public NamedFeatures(Milestones milestones) {
        this.program = milestones.calls().program();
        this.meanings = milestones.meanings();
        for (MethodDecl method : milestones.calls().methods()) {
            method.body().ifPresent(body -> Statements.walk(body, s -> {
                if (s instanceof Stmt.SetField f) {
                    stored.computeIfAbsent(f.field(), any -> new ArrayList<>()).add(new Passed(method, List.of(f.value())));
                }
                List<Expr> arguments = s instanceof Stmt.Call call ? call.arguments() : s instanceof Stmt.New made ? made.arguments()
                        : s instanceof Stmt.Embed embed ? embed.arguments() : List.of();
                CallGraph.target(s).ifPresent(key -> milestones.calls().targets(key).forEach(t -> passed
                        .computeIfAbsent(t.key(), any -> new ArrayList<>()).add(new Passed(method, arguments))));
            }));
        }
    }

    /** What is wrong with the mask; nothing where its features are named and complete. */
    public List<Fault> faults(MethodDecl method, Expr mask) {
        List<Fault> faults = new ArrayList<>();
        mask(method, mask, faults, new HashSet<>());
        return faults;
    }

    private void mask(MethodDecl method, Expr e, List<Fault> faults, Set<Object> asked) {
        Expr seen = meanings.seen(method, e);
        if (seen instanceof Expr.Conditional choice) {
            mask(method, choice.yes(), faults, asked);
            mask(method, choice.no(), faults, asked);
        } else if (seen instanceof Expr.Binary or && or.op() == Expr.BinaryOp.BIT_OR && constant(seen).isEmpty()) {
            mask(method, or.left(), faults, asked);
            mask(method, or.right(), faults, asked);
        } else if (seen instanceof Expr.Binary and && and.op() == Expr.BinaryOp.BIT_AND) {
            List<Fault> left = new ArrayList<>();
            mask(method, and.left(), left, asked);
            List<Fault> right = new ArrayList<>();
            mask(method, and.right(), right, asked);
            faults.addAll(left.isEmpty() ? left : right);
        } else if (seen instanceof Expr.Field field && stored.containsKey(field.field())) {
            if (asked.add(field.field())) {
                stored.get(field.field()).forEach(one -> mask(one.method(), one.arguments().get(0), faults, asked));
            }
        } else if (seen instanceof Expr.Get get) {
            variable(method, get, faults, asked);
        } else if (!isNamed(seen)) {
            faults.add(new Fault(Optional.of(e), Optional.empty()));
        } else {
            incomplete(seen).ifPresent(missing -> faults.add(new Fault(Optional.of(e), Optional.of(missing))));
        }
    }

    private void variable(MethodDecl method, Expr.Get get, List<Fault> faults, Set<Object> asked) {
        if (!asked.add(List.of(method.key(), get.local()))) {
            return;
        }
        int position = method.parameters().indexOf(get.local());
        List<Stmt> definitions = meanings.definitions(method, get.local());
        if (position >= 0) {
            passed.getOrDefault(method.key(), List.of())
                    .forEach(site -> mask(site.method(), site.arguments().get(position), faults, asked));
        }
        for (Stmt s : definitions) {
            Optional<Expr> value = s instanceof Stmt.Declare d ? d.value() : s instanceof Stmt.Assign a ? Optional.of(a.value())
                    : Optional.empty();
            if (value.isPresent()) {
                mask(method, value.get(), faults, asked);
            } else {
                faults.add(new Fault(Optional.of(get), Optional.empty()));
            }
        }
    }

    /** Made of single bits: literals of one bit, constants of one bit, and shifts of 1. */
    private boolean isNamed(Expr e) {
        if (e instanceof Expr.Convert convert) {
            return isNamed(convert.operand());
        }
        if (e instanceof Expr.NamedConst named) {
            return named.value().bitCount() <= 1
                    || declared(named).flatMap(TypeDecl.ConstantDecl::initializer).filter(this::isNamed).isPresent();
        }
        if (e instanceof Expr.Binary b && b.op() == Expr.BinaryOp.BIT_OR) {
            return isNamed(b.left()) && isNamed(b.right());
        }
        return constant(e).filter(value -> value.signum() >= 0 && value.bitCount() <= 1).isPresent();
    }

    private static Optional<BigInteger> constant(Expr e) {
        if (e instanceof Expr.Const c) {
            return Optional.of(c.value());
        }
        if (e instanceof Expr.NamedConst c) {
            return Optional.of(c.value());
        }
        if (e instanceof Expr.Convert c) {
            return constant(c.operand());
        }
        if (e instanceof Expr.Binary b && (b.op() == Expr.BinaryOp.BIT_OR || b.op() == Expr.BinaryOp.SHIFT_LEFT)) {
            Optional<BigInteger> left = constant(b.left());
            Optional<BigInteger> right = constant(b.right());
            if (left.isPresent() && right.filter(n -> n.bitLength() < 7).isPresent() && b.op() == Expr.BinaryOp.SHIFT_LEFT) {
                return left.map(l -> l.shiftLeft(right.get().intValue()));
            }
            return b.op() == Expr.BinaryOp.BIT_OR ? left.flatMap(l -> right.map(l::or)) : Optional.empty();
        }
        return Optional.empty();
    }

    /** The first feature of a mask whose prerequisites are not in it. */
    private Optional<String> incomplete(Expr mask) {
        BigInteger all = constant(mask).orElse(BigInteger.ZERO);
        List<TypeDecl.ConstantDecl> numbers = new ArrayList<>();
        numbers(mask, numbers);
        for (TypeDecl.ConstantDecl number : numbers) {
            for (Set<Integer> one : number.prerequisites()) {
                if (one.stream().noneMatch(all::testBit)) {
                    return Optional.of("'" + number.name() + "' is accepted without feature "
                            + one.stream().map(String::valueOf).collect(Collectors.joining(" or ")));
                }
            }
        }
        return Optional.empty();
    }

    /** The constants that a mask is made of, and those that they are made of. */
    private void numbers(Expr e, List<TypeDecl.ConstantDecl> found) {
        if (e instanceof Expr.NamedConst named) {
            Optional<TypeDecl.ConstantDecl> constant = declared(named);
            constant.ifPresent(found::add);
            constant.flatMap(TypeDecl.ConstantDecl::initializer).ifPresent(inner -> numbers(inner, found));
        }
        Expressions.operands(e).forEach(inner -> numbers(inner, found));
    }

    private Optional<TypeDecl.ConstantDecl> declared(Expr.NamedConst named) {
        TypeDecl owner = program.type(named.owner()).orElse(null);
        List<TypeDecl.ConstantDecl> constants = owner instanceof TypeDecl.ClassDecl c ? c.constants()
                : owner instanceof TypeDecl.RecordDecl r ? r.constants()
                : owner instanceof TypeDecl.InterfaceDecl i ? i.constants()
                : owner instanceof TypeDecl.BlockDecl b ? b.constants()
                : owner instanceof DmaDecl d ? d.constants() : List.of();
        return constants.stream().filter(c -> c.name().equals(named.name())).findFirst();
    }
}
