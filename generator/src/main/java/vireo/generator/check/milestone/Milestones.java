// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.milestone;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vireo.generator.check.fact.CallOrder;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Cfg;
import vireo.generator.flow.Edge;
import vireo.generator.flow.Node;
import vireo.generator.flow.Solution;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;

/** The milestones that are known to be reached before each node of each method. */
public final class Milestones {
    /** What a call does: what holds after it whatever held before, and what may no longer hold. */
    record Summary(Set<String> made, Set<String> lost) {
        static final Summary NOTHING = new Summary(Set.of(), Set.of());
    }

    private final CallGraph calls;
    private final Meanings meanings;
    private final MilestoneRules rules;
    private final Map<String, Cfg> graphs = new HashMap<>();
    private Map<String, Summary> summaries = new HashMap<>();

    public Milestones(CallGraph calls) {
        this.calls = calls;
        this.meanings = new Meanings(calls);
        this.rules = new MilestoneRules(meanings, new Features(calls, meanings));
        rules.quietFields().addAll(flags());
        boolean settled = false;
        while (!settled) {
            summaries = new HashMap<>();
            CallOrder.calleesFirst(calls).stream().filter(m -> m.body().isPresent()).forEach(m -> summaries.put(m.key(), summary(m)));
            settled = !rules.quietFields().removeIf(field -> !isQuiet(field));
        }
    }

    public Meanings meanings() {
        return meanings;
    }

    public CallGraph calls() {
        return calls;
    }

    public Cfg graph(MethodDecl method) {
        return graphs.computeIfAbsent(method.key(), key -> Cfg.of(method, calls.program()));
    }

    /** What holds before each node, with more assumed where the method is entered. */
    public Solution<Set<String>> solve(MethodDecl method, Set<String> assumed) {
        Set<String> entry = new TreeSet<>(rules.atEntry(method));
        entry.addAll(assumed);
        return MilestoneFlow.solve(graph(method), method, rules, this, entry);
    }

    /** What holds once control has taken the edge. */
    public Optional<Set<String>> along(MethodDecl method, Edge edge, Solution<Set<String>> solution) {
        return MilestoneFlow.along(edge, solution, method, rules, this);
    }

    /** Whether the method ends with a milestone reached, whatever was before. */
    public boolean reaches(MethodDecl method, String milestone) {
        return summaries.getOrDefault(method.key(), Summary.NOTHING).made().contains(milestone) || meanings.of(method).quiesces()
                && milestone.equals(MilestoneRules.QUIET);
    }

    /** What the methods do that a statement may call. */
    Summary of(Stmt statement) {
        Optional<String> key = CallGraph.target(statement);
        if (key.isEmpty()) {
            return Summary.NOTHING;
        }
        Set<String> made = null;
        Set<String> lost = new HashSet<>();
        for (MethodDecl target : calls.targets(key.get())) {
            Summary one = summaries.getOrDefault(target.key(), Summary.NOTHING);
            lost.addAll(one.lost());
            if (made == null) {
                made = new HashSet<>(one.made());
            } else {
                made.retainAll(one.made());
            }
        }
        return new Summary(made == null ? Set.of() : made, lost);
    }

    private Summary summary(MethodDecl method) {
        Solution<Set<String>> solution = MilestoneFlow.solve(graph(method), method, rules, this, Set.of());
        Set<String> lost = new HashSet<>();
        Statements.walk(method.body().orElseThrow(), s -> {
            lost.addAll(of(s).lost());
            lost.addAll(rules.lost(s));
        });
        return new Summary(solution.before(graph(method).exit()).orElse(Set.of()), lost);
    }

    /** The boolean fields that some method sets to true. */
    private Set<FieldDecl> flags() {
        Set<FieldDecl> found = new HashSet<>();
        for (MethodDecl method : calls.methods()) {
            method.body().ifPresent(body -> Statements.walk(body, s -> {
                if (s instanceof Stmt.SetField f && f.value() instanceof Expr.BoolConst yes && yes.value()) {
                    found.add(f.field());
                }
            }));
        }
        return found;
    }

    /** Whoever sets the field to true leaves with memory at rest, and nobody of its class hands memory out afterwards. */
    private boolean isQuiet(FieldDecl field) {
        for (MethodDecl method : calls.methods()) {
            List<Expr> stored = new ArrayList<>();
            method.body().ifPresent(body -> Statements.walk(body, s -> {
                if (s instanceof Stmt.SetField f && f.field().equals(field)) {
                    stored.add(f.value());
                }
            }));
            boolean raises = stored.stream().anyMatch(v -> !(v instanceof Expr.BoolConst b) || b.value());
            if (raises && !endsQuiet(method)) {
                return false;
            }
            boolean exposes = method.owner().equals(field.owner()) && method.kind() != MethodDecl.Kind.CONSTRUCTOR
                    && summaries.getOrDefault(method.key(), Summary.NOTHING).lost().contains(MilestoneRules.QUIET);
            if (exposes) {
                return false;
            }
        }
        return true;
    }

    private boolean endsQuiet(MethodDecl method) {
        Solution<Set<String>> solution = MilestoneFlow.solve(graph(method), method, rules, this, Set.of());
        for (Node end : List.of(graph(method).exit(), graph(method).thrown())) {
            if (solution.before(end).filter(known -> !known.contains(MilestoneRules.QUIET)).isPresent()) {
                return false;
            }
        }
        return true;
    }
}
