// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.milestone;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.Fact;
import vireo.generator.check.fact.Knowledge;
import vireo.generator.check.fact.Place;
import vireo.generator.check.fact.Places;
import vireo.generator.check.fact.Rules;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Node;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Protocol;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/** What statements and conditions of one method say about devices: told, confirmed, stopped, and what they end of that. */
public final class MilestoneRules implements Rules {
    private final Milestones milestones;
    private final Meanings meanings;
    private final MethodDecl method;
    private final Places places;

    MilestoneRules(Milestones milestones, MethodDecl method) {
        this.milestones = milestones;
        this.meanings = milestones.meanings();
        this.method = method;
        this.places = meanings.places(method);
    }

    @Override
    public Set<Fact> made(Node at, Stmt statement, Knowledge before) {
        Set<Fact> made = new HashSet<>();
        Protocol does = meanings.of(statement);
        List<Place> subjects = subjects(statement, does);
        if (does.quiesces() && !isBoolean(statement)) {
            made.addAll(stopped(subjects, does));
        }
        if (does.tells() && statement instanceof Stmt.Call call && call.arguments().size() == 1) {
            meanings.constant(method, call.arguments().get(0))
                    .ifPresent(bits -> subjects.forEach(s -> made.addAll(Milestone.told(bits, s))));
        }
        statement.effectResult().ifPresent(result -> results(statement, result, does, subjects, made));
        if (statement instanceof Stmt.WriteRegister write && write.register() instanceof Expr.RegisterRef ref) {
            Place block = places.of(ref.block());
            made.add(Fact.of(Milestone.WRITTEN, block));
            if (meanings.isStatus(ref.register()) && isZero(write.value())) {
                made.add(Fact.of(Milestone.ZEROED, block));
            }
        }
        if (before.holds(Milestone.IN_TIME) && milestones.keeps(method, statement, before, Optional.empty())) {
            made.add(Milestone.IN_TIME);
        }
        if (made.stream().anyMatch(f -> f.kind().equals(Milestone.QUIET)) && milestones.isAtRest(method, before.with(made))) {
            made.add(Milestone.IN_TIME);
        }
        return made;
    }

    /** What is known of the value that a statement gives. */
    private void results(Stmt statement, Local result, Protocol does, List<Place> subjects, Set<Fact> made) {
        Place value = Place.of(result);
        if (does.says()) {
            for (Place subject : subjects) {
                made.add(Fact.of(Milestone.SAID, value, subject));
            }
        }
        if (statement instanceof Stmt.ReadRegister read && read.register() instanceof Expr.RegisterRef ref) {
            made.add(Fact.of(Milestone.READ + Meanings.name(ref.register()), value, places.of(ref.block())));
        }
        if (milestones.releases().holdsMemory(result.type()) && !(statement instanceof Stmt.Bind) && meanings.getter(statement).isEmpty()) {
            made.add(Fact.of(Milestone.UNSEEN, value));
        }
    }

    @Override
    public Set<Fact> madeWhen(Stmt statement, boolean outcome, Knowledge before) {
        Protocol does = meanings.of(statement);
        Set<Fact> made = new HashSet<>();
        if (does.quiesces() && outcome) {
            made.addAll(stopped(subjects(statement, does), does));
            if (milestones.isAtRest(method, before.with(made))) {
                made.add(Milestone.IN_TIME);
            }
        }
        if (does.waives() != 0 && outcome) {
            for (Place subject : subjects(statement, does)) {
                made.addAll(Milestone.told(does.waives(), subject));
                made.addAll(Milestone.accepted(does.waives(), subject));
            }
        }
        boolean inTime = Effects.asksTime(statement) ? !outcome || milestones.isAtRest(method, before) : milestones.keeps(method, statement, before, Optional.of(outcome));
        if (inTime && before.holds(Milestone.IN_TIME)) {
            made.add(Milestone.IN_TIME);
        }
        return made;
    }

    private Set<Fact> stopped(List<Place> subjects, Protocol does) {
        Set<Fact> made = new HashSet<>();
        Devices.Sort sort = does.keeps() ? Devices.Sort.KEEPER : Devices.Sort.DEVICE;
        for (Place subject : subjects) {
            Place device = milestones.devices().of(subject, method, sort);
            made.add(Fact.of(Milestone.QUIET, device));
            if (!does.keeps()) {
                made.add(Fact.of(Milestone.STOPPED, device));
                made.add(Fact.of(Milestone.RESET, subject));
            }
        }
        return made;
    }

    /** What a call is about: its receiver, or of a static method the arguments that are devices. */
    private List<Place> subjects(Stmt statement, Protocol does) {
        if (does.equals(Protocol.NONE) || !(statement instanceof Stmt.Call call)) {
            return List.of();
        }
        if (call.receiver().isPresent()) {
            return List.of(places.of(call.receiver().get()));
        }
        Devices.Sort sort = does.keeps() ? Devices.Sort.KEEPER : Devices.Sort.DEVICE;
        return call.arguments().stream().filter(a -> milestones.devices().is(a.type(), sort)).map(places::of).toList();
    }

    private static boolean isBoolean(Stmt statement) {
        return statement instanceof Stmt.Call call && call.resultType() instanceof Type.Bool;
    }

    @Override
    public boolean survives(Fact fact, Stmt statement) {
        String kind = fact.kind();
        if (fact.equals(Milestone.IN_TIME)) {
            return milestones.keepsAlways(statement);
        }
        if (Milestone.isOfStatus(kind)) {
            return !does(statement, Effects.Effect.RESETS) && (!Milestone.isAccepted(kind) || !mayTell(statement, fact));
        }
        if (kind.equals(Milestone.ZEROED) || kind.equals(Milestone.CONFIRMED) || kind.equals(Milestone.SAID)) {
            return !does(statement, Effects.Effect.STATUS);
        }
        if (kind.startsWith(Milestone.POLLED) || kind.startsWith(Milestone.READ)) {
            return !does(statement, Effects.Effect.WRITES);
        }
        if (Milestone.isOfRest(kind)) {
            return !does(statement, Effects.Effect.EXPOSES);
        }
        return !kind.equals(Milestone.UNSEEN) || !does(statement, Effects.Effect.EXPOSES)
                || milestones.releases().isToldOfOther(method, statement, fact.place(0));
    }

    /** Whether the bit of the fact may be told again: what was read before does not answer that. */
    private boolean mayTell(Stmt statement, Fact accepted) {
        Optional<Long> bits = statement instanceof Stmt.Call call && meanings.of(statement).tells() && call.arguments().size() == 1
                ? meanings.constant(method, call.arguments().get(0)) : Optional.empty();
        return does(statement, Effects.Effect.STATUS)
                && bits.filter(b -> !Milestone.accepted(b, accepted.place(0)).contains(accepted)).isEmpty();
    }

    private boolean does(Stmt statement, Effects.Effect effect) {
        return milestones.effects().of(statement).contains(effect);
    }

    @Override
    public Set<Fact> learnt(Node at, Expr condition, boolean outcome, Knowledge known) {
        Set<Fact> learnt = new HashSet<>();
        if (outcome && condition instanceof Expr.Field flag && flag.object() instanceof Expr.This
                && milestones.flags().isFlag(flag.field())) {
            learnt.addAll(milestones.flags().said(flag.field(), method));
            learnt.add(Milestone.IN_TIME);
        }
        if (outcome) {
            milestones.features().of(method, condition).forEach(number -> learnt.add(Milestone.feature(number)));
        }
        polled(condition, condition, outcome, known, learnt);
        Expr seen = meanings.seen(method, condition);
        if (seen instanceof Expr.Binary test && (test.op() == Expr.BinaryOp.EQ || test.op() == Expr.BinaryOp.NE)) {
            boolean equal = (test.op() == Expr.BinaryOp.EQ) == outcome;
            Expr compared = Meanings.isZero(test.right()) ? test.left() : Meanings.isZero(test.left()) ? test.right() : null;
            if (compared != null) {
                compared(meanings.seen(method, compared), equal, known, learnt);
            }
        }
        return learnt;
    }

    /** What was compared with 0. */
    private void compared(Expr e, boolean isZero, Knowledge known, Set<Fact> learnt) {
        if (isZero && e instanceof Expr.Get get) {
            about(Milestone.SAID, get.local(), known).forEach(said -> learnt.add(Fact.of(Milestone.CONFIRMED, said.place(1))));
        }
        if (!isZero && e instanceof Expr.Binary and && and.op() == Expr.BinaryOp.BIT_AND) {
            masked(and.left(), and.right(), known, learnt);
            masked(and.right(), and.left(), known, learnt);
        }
    }

    /** One bit of the status is there, and was not told since the status was read. */
    private void masked(Expr value, Expr mask, Knowledge known, Set<Fact> learnt) {
        Optional<Long> bits = meanings.constant(method, mask).filter(b -> Long.bitCount(b) == 1);
        if (bits.isPresent() && meanings.seen(method, value) instanceof Expr.Get get) {
            about(Milestone.SAID, get.local(), known).forEach(said -> learnt.addAll(Milestone.accepted(bits.get(), said.place(1))));
        }
    }

    /** A register was read since the last write to its block, and the method goes on only where the answer was of one sort. */
    private void polled(Expr e, Expr condition, boolean outcome, Knowledge known, Set<Fact> learnt) {
        Expr seen = meanings.seen(method, e);
        if (seen instanceof Expr.Get get) {
            for (Fact fact : known.facts()) {
                boolean read = fact.kind().startsWith(Milestone.READ) || fact.kind().equals(Milestone.SAID);
                if (read && fact.place(0).equals(Place.of(get.local()))) {
                    learnt.add(Fact.of(Milestone.POLLED + outcome + " " + condition.span().text(), fact.place(1)));
                }
            }
            return;
        }
        List<Expr> parts = new ArrayList<>(Expressions.operands(seen));
        parts.forEach(part -> polled(part, condition, outcome, known, learnt));
    }

    private static List<Fact> about(String kind, Local local, Knowledge known) {
        return known.facts().stream().filter(f -> f.kind().equals(kind) && f.place(0).equals(Place.of(local))).toList();
    }

    private boolean isZero(Expr e) {
        return meanings.constant(method, e).filter(value -> value == 0).isPresent();
    }
}
