// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.Call;
import vireo.generator.check.fact.CallOrder;
import vireo.generator.check.fact.Places;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Statements;
import vireo.generator.ir.DmaDecl;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;
import vireo.generator.source.Span;

/**
 * A descriptor says of memory what its declaration says: who writes it. What a method is given, the address or the bits, is asked of its
 * callers.
 */
final class Vr407Posted implements Check {
    private final Program program;
    private final CallGraph calls;
    private final Map<String, Set<Pair>> asked = new HashMap<>();

    Vr407Posted(Program program, CallGraph calls) {
        this.program = program;
        this.calls = calls;
    }

    /** The bit of a structure that says that the device writes. */
    private record Bit(BigInteger mask) {}

    /**
     * An address and bits that get into one descriptor.
     *
     * @param address whose memory it is, or the parameters that say so
     * @param bits whether the bit is set, or the one parameter that says so
     */
    private record Pair(Sides.Side address, Sides.Side bits, Bit bit, Span store) {}

    @Override
    public String code() {
        return "VR407";
    }

    void run(Findings findings) {
        for (MethodDecl method : CallOrder.calleesFirst(calls)) {
            if (method.body().isEmpty()) {
                continue;
            }
            Sides sides = new Sides(method, new Places(method));
            Set<Pair> open = new LinkedHashSet<>();
            for (Pair pair : stored(method, sides)) {
                judge(pair, pair.store(), List.of(), open, findings);
            }
            Statements.walk(method.body().get(), statement -> called(statement, sides, open, findings));
            asked.put(method.key(), open);
        }
    }

    /** What the method itself stores. */
    private List<Pair> stored(MethodDecl method, Sides sides) {
        List<Stmt.WriteCell> addresses = new ArrayList<>();
        List<Stmt.WriteCell> masks = new ArrayList<>();
        Statements.walk(method.body().orElseThrow(), statement -> {
            if (statement instanceof Stmt.WriteCell write && write.cell() instanceof Expr.DmaField field && bit(field).isPresent()) {
                boolean mask = field.field().value().filter(v -> v.qualifiers().contains(Type.Qualifier.BIT_MASK)).isPresent();
                (mask ? masks : addresses).add(write);
            }
        });
        List<Pair> pairs = new ArrayList<>();
        for (Stmt.WriteCell address : addresses) {
            boolean same = masks.stream().anyMatch(mask -> sides.same(Rings.of(address.cell()), Rings.of(mask.cell())));
            for (Stmt.WriteCell mask : masks) {
                if (!same || sides.same(Rings.of(address.cell()), Rings.of(mask.cell()))) {
                    Bit bit = bit((Expr.DmaField) mask.cell()).orElseThrow();
                    pairs.add(new Pair(sides.ofAddress(address.value()), sides.ofBits(mask.value(), bit.mask()), bit, mask.span()));
                }
            }
        }
        return pairs;
    }

    /** The bit of the structure, of which the cell is a part, that says that the device writes. */
    private Optional<Bit> bit(Expr.DmaField field) {
        if (!(program.type(field.field().owner()).orElse(null) instanceof DmaDecl structure)) {
            return Optional.empty();
        }
        return structure.constants().stream().filter(constant -> Deliveries.is(constant.type(), Type.Qualifier.WRITTEN_BY_DEVICE))
                .map(TypeDecl.ConstantDecl::value).findFirst().map(Bit::new);
    }

    /** What the called methods ask of their arguments. */
    private void called(Stmt statement, Sides sides, Set<Pair> open, Findings findings) {
        Call.of(statement, sides.places()).ifPresent(call -> {
            for (MethodDecl target : call.targets(calls)) {
                forgotten(call, target, sides, findings);
                for (Pair pair : asked.getOrDefault(target.key(), Set.of())) {
                    Sides.Side address = Sides.Side.of(pair.address().kind());
                    for (int parameter : pair.address().parameters()) {
                        address = address.or(sides.ofAddress(call.arguments().get(parameter)));
                    }
                    Sides.Side bits = pair.bits();
                    for (int parameter : pair.bits().parameters()) {
                        bits = sides.ofBits(call.arguments().get(parameter), pair.bit().mask());
                    }
                    judge(new Pair(address, bits, pair.bit(), pair.store()), statement.span(),
                            List.of(new Diagnostic.Label(pair.store(), "written to the descriptor here")), open, findings);
                }
            }
        });
    }

    /** An address whose side is known goes to a parameter that neither says it nor ends in a descriptor. */
    private void forgotten(Call call, MethodDecl target, Sides sides, Findings findings) {
        for (int index = 0; index < call.arguments().size(); index++) {
            Sides.Kind given = sides.ofAddress(call.arguments().get(index)).kind();
            Local parameter = target.parameters().get(index);
            int at = index;
            boolean followed = asked.getOrDefault(target.key(), Set.of()).stream().anyMatch(pair -> pair.address().parameters().contains(at));
            if ((given == Sides.Kind.DRIVER || given == Sides.Kind.DEVICE) && !followed && parameter.type() instanceof Type.Int
                    && Sides.declared(parameter.type()) == Sides.Kind.UNDECLARED) {
                Expr argument = call.arguments().get(index);
                findings.report(Diagnostic.of(code(), argument.span(),
                        "'" + Phrases.source(argument) + "', the address of memory that one side writes, goes to the parameter '"
                                + parameter.name() + "', which does not say so.",
                        "The method may post the memory the other way round.",
                        "Declare the parameter @WrittenBy(Side." + given + ") too."));
            }
        }
    }

    private void judge(Pair pair, Span at, List<Diagnostic.Label> labels, Set<Pair> open, Findings findings) {
        Sides.Side address = pair.address();
        Sides.Side bits = pair.bits();
        if (address.isSilent()) {
            return;
        }
        if (!bits.parameters().isEmpty() || !address.parameters().isEmpty()) {
            open.add(pair);
        }
        if (!bits.parameters().isEmpty() || address.kind() == Sides.Kind.UNDECLARED) {
            return;
        }
        if (address.kind() == bits.kind()) {
            findings.proved("posted memory", at);
            return;
        }
        Diagnostic diagnostic = Diagnostic.of(code(), at, bits.kind() == Sides.Kind.UNDECLARED || address.kind() == Sides.Kind.EITHER
                ? "A descriptor gets memory that " + writer(address) + ", and bits that may say otherwise."
                : address.kind() == Sides.Kind.DRIVER
                        ? "Memory that the driver writes is posted as memory that the device may write."
                        : "Memory that the device writes is posted as memory that it may only read.",
                address.kind() == Sides.Kind.DRIVER
                        ? "The device may overwrite what the driver relies on, and an IOMMU that is told so lets it."
                        : "The device answers to nowhere, or the IOMMU stops it: the driver reads what was there before.",
                "Set the bit that says who writes where the address is set, as a constant; or correct the declaration @WrittenBy.");
        for (Diagnostic.Label label : labels) {
            diagnostic = diagnostic.with(label);
        }
        findings.report(diagnostic);
    }

    private static String writer(Sides.Side address) {
        return switch (address.kind()) {
            case DRIVER -> "the driver writes";
            case DEVICE -> "the device writes";
            default -> "one of the two sides writes";
        };
    }
}
