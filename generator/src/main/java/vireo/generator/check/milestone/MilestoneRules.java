// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.milestone;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Protocol;
import vireo.generator.ir.Stmt;

/** Which milestones statements and conditions bring about, and which they end. */
public final class MilestoneRules {
    /** No device uses memory of the driver. */
    public static final String QUIET = "quiet";
    /** The device has answered that its status is 0, and nothing was written to the status since. */
    public static final String CONFIRMED = "confirmed";
    private static final String TOLD = "told ";
    private static final String ACCEPTED = "accepted ";

    private static final String FEATURE = "feature ";

    private final Meanings meanings;
    private final Features features;
    private final Set<FieldDecl> quietFields = new HashSet<>();

    MilestoneRules(Meanings meanings, Features features) {
        this.meanings = meanings;
        this.features = features;
    }

    /** The milestone of a feature that was negotiated. */
    public static String feature(int number) {
        return FEATURE + number;
    }

    /** Boolean fields that are true only where no device uses memory. */
    Set<FieldDecl> quietFields() {
        return quietFields;
    }

    /** The milestones of bits of the status that were told. */
    public static Set<String> told(long bits) {
        return each(TOLD, bits);
    }

    /** The milestones of bits of the status that the device was seen to have accepted. */
    public static Set<String> accepted(long bits) {
        return each(ACCEPTED, bits);
    }

    private static Set<String> each(String kind, long bits) {
        Set<String> all = new HashSet<>();
        for (int bit = 0; bit < 64; bit++) {
            if ((bits >>> bit & 1) != 0) {
                all.add(kind + bit);
            }
        }
        return all;
    }

    /** What the statement itself brings about, once it has not failed. */
    Set<String> made(MethodDecl method, Stmt statement) {
        Protocol meaning = meanings.of(statement);
        Set<String> made = new HashSet<>();
        if (meaning.quiesces()) {
            made.add(QUIET);
        }
        if (meaning.tells() && statement instanceof Stmt.Call call && call.arguments().size() == 1) {
            meanings.constant(method, call.arguments().get(0)).ifPresent(bits -> made.addAll(told(bits)));
        }
        return made;
    }

    /** What the statement itself ends. */
    Set<String> lost(Stmt statement) {
        Set<String> lost = new HashSet<>();
        if (meanings.of(statement).exposes()) {
            lost.add(QUIET);
        }
        if (statement instanceof Stmt.WriteRegister write && write.register() instanceof Expr.RegisterRef ref
                && meanings.isStatus(ref.register())) {
            lost.add(CONFIRMED);
        }
        return lost;
    }

    /** What the outcome of a condition without and, or, not says, where {@code known} holds. */
    Set<String> learnt(MethodDecl method, Expr condition, boolean outcome, Set<String> known) {
        Set<String> learnt = new HashSet<>();
        Expr seen = meanings.seen(method, condition);
        if (seen instanceof Expr.Field field && field.object() instanceof Expr.This && outcome && quietFields.contains(field.field())) {
            learnt.add(QUIET);
        }
        if (outcome) {
            features.of(method, condition).forEach(number -> learnt.add(feature(number)));
            meanings.call(method, condition).ifPresent(meaning -> {
                learnt.addAll(told(meaning.waives()));
                learnt.addAll(accepted(meaning.waives()));
            });
        }
        if (seen instanceof Expr.Binary test && (test.op() == Expr.BinaryOp.EQ || test.op() == Expr.BinaryOp.NE)) {
            boolean equal = (test.op() == Expr.BinaryOp.EQ) == outcome;
            Expr compared = Meanings.isZero(test.right()) ? test.left() : Meanings.isZero(test.left()) ? test.right() : null;
            if (compared != null && equal && says(method, compared)) {
                learnt.add(CONFIRMED);
            } else if (compared != null && !equal) {
                bits(method, compared).ifPresent(bits -> learnt.addAll(told(bits).stream().filter(known::contains)
                        .map(told -> ACCEPTED + told.substring(TOLD.length())).toList()));
            }
        }
        return learnt;
    }

    private boolean says(MethodDecl method, Expr e) {
        return meanings.call(method, e).filter(Protocol::says).isPresent();
    }

    /** The one bit of the status that the expression looks at. */
    private Optional<Long> bits(MethodDecl method, Expr e) {
        if (!(meanings.seen(method, e) instanceof Expr.Binary and) || and.op() != Expr.BinaryOp.BIT_AND) {
            return Optional.empty();
        }
        Optional<Long> mask = says(method, and.left()) ? meanings.constant(method, and.right())
                : says(method, and.right()) ? meanings.constant(method, and.left()) : Optional.empty();
        return mask.filter(bits -> Long.bitCount(bits) == 1);
    }

    /** What holds when a method is entered: what is under construction has told no device of its memory. */
    Set<String> atEntry(MethodDecl method) {
        return method.kind() == MethodDecl.Kind.CONSTRUCTOR ? Set.of(QUIET) : Set.of();
    }
}
