// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.milestone;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import vireo.generator.check.fact.CallOrder;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Protocol;
import vireo.generator.ir.Stmt;

/** What statements may do to a device, by way of the methods that they call too. */
final class Effects {
    /** What may be done. */
    enum Effect {
        /** A device gets to use memory. */
        EXPOSES,
        /** A device is stopped: it forgets what it was told. */
        RESETS,
        /** The status is written. */
        STATUS,
        /** Some register is written. */
        WRITES,
        /** A deadline is looked at, or a wait is given up. */
        WAITS
    }

    private static final String EXPIRED = "vireo_deadline_expired";

    private final CallGraph calls;
    private final Meanings meanings;
    private final Map<String, Set<Effect>> ofMethods = new HashMap<>();
    /** By identity, because equal statements are rare and comparing them is not cheap. */
    private final Map<Stmt, Set<Effect>> known = new IdentityHashMap<>();

    Effects(CallGraph calls, Meanings meanings) {
        this.calls = calls;
        this.meanings = meanings;
        for (MethodDecl method : CallOrder.calleesFirst(calls)) {
            Set<Effect> all = EnumSet.noneOf(Effect.class);
            method.body().ifPresent(body -> Statements.walk(body, s -> all.addAll(of(s))));
            ofMethods.put(method.key(), all);
        }
    }

    static boolean asksTime(Stmt s) {
        return s instanceof Stmt.ForeignCall call && call.function().cName().equals(EXPIRED);
    }

    static boolean timesOut(Stmt s) {
        return s instanceof Stmt.Throw thrown && thrown.errno() instanceof Expr.ErrnoConst errno && errno.name().equals("ETIMEDOUT");
    }

    /** What the statement may do, itself or by what it calls. */
    Set<Effect> of(Stmt s) {
        return known.computeIfAbsent(s, this::find);
    }

    private Set<Effect> find(Stmt s) {
        Set<Effect> all = EnumSet.noneOf(Effect.class);
        Protocol does = meanings.of(s);
        add(all, Effect.EXPOSES, does.exposes());
        add(all, Effect.RESETS, does.quiesces() && !does.keeps());
        boolean register = s instanceof Stmt.WriteRegister;
        add(all, Effect.WRITES, register);
        add(all, Effect.STATUS, does.tells() || does.quiesces() && !does.keeps() || s instanceof Stmt.WriteRegister write
                && write.register() instanceof Expr.RegisterRef ref && meanings.isStatus(ref.register()));
        add(all, Effect.WAITS, asksTime(s) || timesOut(s));
        CallGraph.target(s).ifPresent(key -> calls.targets(key).forEach(m -> {
            all.addAll(ofMethods.getOrDefault(m.key(), Set.of()));
            // How long a device takes to stop is no wait for an answer.
            if (stops(m)) {
                all.remove(Effect.WAITS);
            }
        }));
        return all;
    }

    /** Whether the method itself stops a device, and not by way of another. */
    boolean stops(MethodDecl method) {
        return meanings.of(method).quiesces() && !ofMethods.getOrDefault(method.key(), Set.of()).contains(Effect.RESETS);
    }

    /** What the method may do. */
    Set<Effect> of(MethodDecl method) {
        return ofMethods.getOrDefault(method.key(), Set.of());
    }

    private static void add(Set<Effect> all, Effect effect, boolean does) {
        if (does) {
            all.add(effect);
        }
    }
}
