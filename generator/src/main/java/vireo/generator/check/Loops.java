// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vireo.generator.check.fact.FieldWrites;
import vireo.generator.flow.Statements;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;

/** The loops of one method: which statements lie in which, and what one round may change. */
final class Loops {

    /**
     * One loop.
     *
     * @param number from 1, unique in the method
     * @param stores the statements that assign each local in the loop, declarations without a value included
     * @param fields what a round may write
     */
    record Round(int number, Stmt.Loop loop, Map<Local, List<Stmt>> stores, Set<FieldDecl> fields) {
        boolean changes(Local local) {
            return stores.containsKey(local);
        }
    }

    private final Map<Stmt, List<Integer>> around = new IdentityHashMap<>();
    private final Map<Stmt, Round> rounds = new IdentityHashMap<>();
    private final Map<Local, List<Stmt>> stores = new HashMap<>();
    private final FieldWrites writes;

    Loops(MethodDecl method, FieldWrites writes) {
        this.writes = writes;
        method.body().ifPresent(body -> {
            visit(body, List.of());
            Statements.walk(body, s -> Statements.assigned(s).ifPresent(l -> stores.computeIfAbsent(l, x -> new ArrayList<>()).add(s)));
        });
    }

    private void visit(List<Stmt> body, List<Integer> inside) {
        for (Stmt statement : body) {
            List<Integer> here = inside;
            if (statement instanceof Stmt.Loop loop) {
                Round round = round(rounds.size() + 1, loop);
                rounds.put(loop, round);
                here = new ArrayList<>(inside);
                here.add(round.number());
            }
            around.put(statement, here);
            for (List<Stmt> inner : statement.inside()) {
                visit(inner, here);
            }
        }
    }

    private Round round(int number, Stmt.Loop loop) {
        Map<Local, List<Stmt>> changed = new HashMap<>();
        Set<FieldDecl> fields = new HashSet<>();
        for (List<Stmt> inner : loop.inside()) {
            Statements.walk(inner, statement -> {
                (statement instanceof Stmt.Declare declare ? java.util.Optional.of(declare.local()) : Statements.assigned(statement))
                        .ifPresent(local -> changed.computeIfAbsent(local, l -> new ArrayList<>()).add(statement));
                fields.addAll(writes.of(statement));
            });
        }
        return new Round(number, loop, changed, fields);
    }

    boolean isEmpty() {
        return rounds.isEmpty();
    }

    /** All of them. */
    java.util.Collection<Round> all() {
        return rounds.values();
    }

    Round of(Stmt loop) {
        return rounds.get(loop);
    }

    /** The numbers of the loops that the statement lies in, a loop itself included, from the outermost. */
    List<Integer> around(Stmt statement) {
        return around.getOrDefault(statement, List.of());
    }

    /** All assignments to a local, in the whole method. */
    List<Stmt> storesOf(Local local) {
        return stores.getOrDefault(local, List.of());
    }
}
