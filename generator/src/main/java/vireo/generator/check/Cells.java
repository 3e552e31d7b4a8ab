// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.Call;
import vireo.generator.check.fact.Place;
import vireo.generator.check.fact.Places;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;

/**
 * Which device-visible memory the expressions of one method name, by whatever name: a variable, an entry of an array, a binding made
 * twice, a part of other bytes, or what a method does nothing but return.
 */
final class Cells {
    private static final String BYTE = "byte";
    private static final String BYTES = "bytes";
    private static final Place SOME = Place.constant("some");

    private final Places places;
    private final CallGraph calls;
    private final Map<Local, Stmt> definitions = new HashMap<>();
    private final MethodDecl method;

    Cells(MethodDecl method, Places places, CallGraph calls) {
        this.method = method;
        this.places = places;
        this.calls = calls;
        Set<Local> twice = new HashSet<>(method.parameters());
        Statements.walk(method.body().orElseThrow(), s -> Statements.assigned(s).ifPresent(local -> {
            if (definitions.put(local, s) != null) {
                twice.add(local);
            }
        }));
        definitions.keySet().removeAll(twice);
    }

    /** What the called method knows by {@code root}, as this one names it. */
    Optional<Place> here(Call call, Place root, MethodDecl target) {
        int index = root.local().map(local -> target.parameters().indexOf(local)).orElse(-1);
        return index >= 0 && index < call.arguments().size() ? Optional.of(of(call.arguments().get(index))) : call.here(root, target, places);
    }

    /** A cell, or the structure or array that it lies in. */
    Place of(Expr e) {
        if (e instanceof Expr.DmaElement element && Deliveries.isOctet(element)) {
            return ofByte(element.array(), element.index());
        }
        if (e instanceof Expr.Get get) {
            return Optional.ofNullable(definitions.get(get.local())).flatMap(this::defined).orElseGet(() -> places.of(e));
        }
        if (e instanceof Expr.DmaElement element) {
            return Place.of("element", List.of(of(element.array()), places.of(element.index())));
        }
        if (e instanceof Expr.DmaField part) {
            return Place.of(part.field().owner() + "." + part.field().name(), List.of(of(part.structure())));
        }
        return places.of(e);
    }

    /** What a variable stands for that is assigned once. */
    private Optional<Place> defined(Stmt definition) {
        if (definition instanceof Stmt.Bind bind && isStable(bind.source()) && isStable(bind.offset())) {
            return Optional.of(Place.of("bound", List.of(places.of(bind.source()), places.of(bind.offset()),
                    Place.constant(bind.result().type().getClass().getSimpleName()))));
        }
        if (definition instanceof Stmt.Call call && isGetter(call) && call.receiver().map(this::isStable).orElse(true)
                && call.arguments().stream().allMatch(this::isStable)) {
            List<Place> parts = new ArrayList<>();
            call.receiver().ifPresent(receiver -> parts.add(places.of(receiver)));
            call.arguments().forEach(argument -> parts.add(places.of(argument)));
            return Optional.of(Place.of("result of " + call.method(), parts));
        }
        return LoopRules.value(definition).filter(value -> value instanceof Expr.DmaElement || value instanceof Expr.DmaField
                || value instanceof Expr.Get).filter(this::isStable).map(this::of);
    }

    /** Whether the called method does nothing but return something that never changes. */
    private boolean isGetter(Stmt.Call call) {
        List<MethodDecl> targets = calls.targets(call.method());
        return targets.size() == 1 && targets.get(0).body().isPresent() && only(targets.get(0).body().get()) instanceof Stmt.Return back
                && back.value().filter(Cells::isFinal).isPresent();
    }

    private static Stmt only(List<Stmt> body) {
        List<Stmt> statements = body.stream().filter(s -> !(s instanceof Stmt.Comment)).toList();
        return statements.size() == 1 ? statements.get(0) : null;
    }

    private static boolean isFinal(Expr e) {
        return !(e instanceof Expr.Field field && !field.field().isFinal()) && Expressions.operands(e).stream().allMatch(Cells::isFinal);
    }

    /** Whether the expression has one value for as long as the method runs. */
    private boolean isStable(Expr e) {
        if (e instanceof Expr.Get get) {
            return definitions.containsKey(get.local()) || method.parameters().contains(get.local()) && !places.isAssigned(get.local());
        }
        return !(e instanceof Expr.Element) && !(e instanceof Expr.Field field && !field.field().isFinal())
                && Expressions.operands(e).stream().allMatch(this::isStable);
    }

    /** One byte. */
    Place ofByte(Expr bytes, Expr index) {
        return span(BYTE, bytes, index, BigInteger.ONE);
    }

    /** Several bytes. */
    Place ofBytes(Expr bytes, Expr from, Expr length) {
        return span(BYTES, bytes, from, number(length).orElse(null));
    }

    /** Bytes of the largest piece that they are known to be part of, with numbers for where they start and how many they are, if known. */
    private Place span(String kind, Expr bytes, Expr from, BigInteger length) {
        Optional<BigInteger> start = number(from);
        Expr whole = bytes;
        while (whole instanceof Expr.Get get && definitions.get(get.local()) instanceof Stmt.Slice slice) {
            start = start.flatMap(at -> number(slice.offset()).map(at::add));
            whole = slice.bytes();
        }
        boolean same = whole == bytes;
        Place at = start.map(Place::constant).orElse(same ? places.of(from) : SOME);
        return Place.of(kind, List.of(of(whole), at, length == null ? SOME : Place.constant(length)));
    }

    private static Optional<BigInteger> number(Expr e) {
        Expr value = Deliveries.slot(e);
        return value instanceof Expr.Const constant ? Optional.of(constant.value())
                : value instanceof Expr.NamedConst named ? Optional.of(named.value()) : Optional.empty();
    }

    /** Whether the two may be the same memory, in part. */
    static boolean overlap(Place tested, Place read) {
        boolean bytes = (tested.label().equals(BYTE) || tested.label().equals(BYTES)) && (read.label().equals(BYTE) || read.label().equals(BYTES));
        if (!bytes) {
            return tested.equals(read);
        }
        if (!tested.parts().get(0).equals(read.parts().get(0))) {
            return false;
        }
        if (tested.label().equals(BYTE) && read.label().equals(BYTE)) {
            return tested.equals(read) && !tested.parts().get(1).equals(SOME);
        }
        return !apart(tested, read) && !apart(read, tested);
    }

    /** Whether the one ends, by numbers, before the other starts. */
    private static boolean apart(Place first, Place second) {
        Optional<BigInteger> start = number(first.parts().get(1));
        Optional<BigInteger> length = number(first.parts().get(2));
        Optional<BigInteger> next = number(second.parts().get(1));
        return start.isPresent() && length.isPresent() && next.isPresent() && start.get().add(length.get()).compareTo(next.get()) <= 0;
    }

    private static Optional<BigInteger> number(Place place) {
        return place.label().matches("#-?\\d+") ? Optional.of(new BigInteger(place.label().substring(1))) : Optional.empty();
    }
}
