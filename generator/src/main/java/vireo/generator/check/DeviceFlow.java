// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.CallOrder;
import vireo.generator.check.fact.FieldWrites;
import vireo.generator.check.fact.Knowledge;
import vireo.generator.check.fact.MustFlow;
import vireo.generator.check.fact.Places;
import vireo.generator.check.fact.Summaries;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Cfg;
import vireo.generator.flow.Edge;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Node;
import vireo.generator.flow.Solution;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;

/**
 * Follows what the device chose through the program: into locals, fields, arguments and results, until a comparison with a limit of
 * the driver's own bounds it. Goes round the program until nothing is added any more; what was found only grows, so that is soon.
 */
final class DeviceFlow {

    /** One method, with what was checked at each of its points. */
    record Walked(MethodDecl method, DeviceValues.View values, Cfg cfg, Optional<Solution<Knowledge>> solution) {
        /** What was checked before the node of that number; the graph of a method is always numbered alike. */
        Optional<Knowledge> before(int node) {
            return before(cfg.nodes().get(node));
        }

        /** What was checked once control has taken the edge, which may be another graph's of the same method. */
        Optional<Knowledge> along(Edge edge) {
            if (solution.isEmpty()) {
                return Optional.of(Knowledge.NOTHING);
            }
            return cfg.nodes().get(edge.from().id()).out().stream().filter(own -> own.to().id() == edge.to().id())
                    .map(own -> solution.get().along(own)).flatMap(Optional::stream).findFirst();
        }

        /** What was checked before the node; empty where no path comes to it. */
        Optional<Knowledge> before(Node node) {
            return solution.isPresent() ? solution.get().before(node) : Optional.of(Knowledge.NOTHING);
        }
    }

    private final Program program;
    private final CallGraph calls;
    private final FieldWrites writes;
    private final Rings rings;
    private final Sources sources;
    private final Reach reach;
    private final DeviceValues values;
    private final Map<String, Places> places = new HashMap<>();
    private final Map<String, Set<FieldDecl>> fieldsRead = new HashMap<>();
    private final Map<String, Cfg> graphs = new HashMap<>();
    private final Map<String, Solution<Knowledge>> solutions = new HashMap<>();

    /** Where values of the device's come from. */
    interface Sources {
        /** The origin of what the statement reads. */
        Optional<Origin> of(Stmt statement, Rings rings, Places places);
    }

    /** How far a value is followed. */
    enum Reach {
        /** Until a check bounds it. */
        UNCHECKED,
        /** Through checks and fields. */
        EVERYWHERE,
        /**
         * Through checks and fields, until a record of the driver's at that number was looked at, and up to what is declared to name a
         * request that the device gave back.
         */
        UP_TO_RECORDS,
        /** Through checks, but not into fields and records, and only between a method and the private ones that it calls. */
        AMONG_PRIVATE
    }

    DeviceFlow(Program program, CallGraph calls, FieldWrites writes, Sources sources, Reach reach) {
        this.program = program;
        this.sources = sources;
        this.reach = reach;
        this.values = new DeviceValues(isChecked(), reach == Reach.UNCHECKED);
        this.calls = calls;
        this.writes = writes;
        this.rings = new Rings(program);
        List<MethodDecl> order = CallOrder.calleesFirst(calls).stream().filter(method -> method.body().isPresent()).toList();
        order.forEach(method -> {
            places.put(method.key(), new Places(method));
            fieldsRead.put(method.key(), fieldsRead(method));
        });
        do {
            Summaries summaries = new Summaries(calls);
            order.forEach(method -> round(method, summaries));
        } while (values.takeGrowth());
    }

    private boolean isChecked() {
        return reach == Reach.UNCHECKED || reach == Reach.UP_TO_RECORDS;
    }

    private Places places(MethodDecl method) {
        return places.get(method.key());
    }

    private void round(MethodDecl method, Summaries summaries) {
        DeviceValues.View view = values.in(method.key(), places(method));
        Cfg cfg = graphs.computeIfAbsent(method.key(), key -> Cfg.of(method, program));
        for (int index = 0; index < method.parameters().size(); index++) {
            Local parameter = method.parameters().get(index);
            values.parameter(method.key(), index).ifPresent(origin -> values.addLocal(method.key(), parameter, origin));
        }
        boolean reached = values.reaches(method.key(), fieldsRead.get(method.key()));
        if (isChecked() && (reached || mayCheck(method))) {
            Solution<Knowledge> solution = MustFlow.solve(cfg, places(method), reach == Reach.UNCHECKED ? new Bounds(view)
                    : new LookedAt(places(method)), summaries, writes, Set.of());
            summaries.add(method, solution, places(method));
            solutions.put(method.key(), solution);
        }
        Walked walked = walked(method);
        for (Node node : cfg.reversePostOrder()) {
            if (node.kind() == Node.Kind.STATEMENT) {
                walked.before(node).ifPresent(known -> statement(method, node.statement().orElseThrow(), known, view));
            }
        }
    }

    private void statement(MethodDecl method, Stmt statement, Knowledge known, DeviceValues.View view) {
        Optional<Local> target = Statements.assigned(statement);
        Optional<Origin> read = sources.of(statement, rings, places(method));
        if (read.isPresent()) {
            values.addLocal(method.key(), target.orElseThrow(), read.get());
        }
        if (reach == Reach.UNCHECKED) {
            Origin.filled(statement).ifPresent(array -> store(method, array, new Origin(Origin.Kind.MEMORY, statement.span())));
        }
        LoopRules.value(statement).flatMap(value -> view.unchecked(value, known))
                .ifPresent(origin -> values.addLocal(method.key(), target.orElseThrow(), origin));
        if (statement instanceof Stmt.SetField set && reach != Reach.AMONG_PRIVATE) {
            view.unchecked(set.value(), known).filter(origin -> isFollowed(set.field().type()))
                    .ifPresent(origin -> values.addField(set.field(), origin));
        } else if (statement instanceof Stmt.SetElement set && reach != Reach.AMONG_PRIVATE) {
            view.unchecked(set.value(), known).filter(origin -> isFollowed(set.array().type()))
                    .ifPresent(origin -> store(method, set.array(), origin));
        } else if (statement instanceof Stmt.Return back && back.value().isPresent()) {
            view.unchecked(back.value().get(), known).filter(origin -> isOpen(method) && isFollowed(method.result()))
                    .ifPresent(origin -> values.addResult(method.key(), origin));
        } else if (statement instanceof Stmt.Call call) {
            arguments(method, call.method(), call.arguments(), known, view);
            for (MethodDecl callee : calls.targets(call.method())) {
                Optional<Origin> origin = values.result(callee.key());
                if (origin.isPresent() && call.result().isPresent()) {
                    values.addLocal(method.key(), call.result().get(), origin.get());
                }
            }
        } else if (statement instanceof Stmt.New created) {
            arguments(method, created.constructor(), created.arguments(), known, view);
        } else if (statement instanceof Stmt.Embed embed) {
            arguments(method, embed.constructor(), embed.arguments(), known, view);
        }
        Statements.expressions(statement).forEach(e -> components(e, known, view));
    }

    /** What goes into an array, into all its elements. */
    private void store(MethodDecl method, Expr array, Origin origin) {
        if (array instanceof Expr.Field field) {
            values.addField(field.field(), origin);
        } else if (array instanceof Expr.Get get) {
            values.addLocal(method.key(), get.local(), origin);
            if (method.parameters().contains(get.local())) {
                values.addFilled(method.key(), get.local(), origin);
            }
        }
    }

    /** What the called methods store into the arrays that they are given. */
    private void filled(MethodDecl method, String key, List<Expr> arguments) {
        for (MethodDecl callee : calls.targets(key)) {
            for (int index = 0; index < arguments.size(); index++) {
                Expr argument = arguments.get(index);
                values.filled(callee.key(), callee.parameters().get(index)).ifPresent(origin -> store(method, argument, origin));
            }
        }
    }

    private void arguments(MethodDecl method, String key, List<Expr> arguments, Knowledge known, DeviceValues.View view) {
        filled(method, key, arguments);
        for (int index = 0; index < arguments.size(); index++) {
            Optional<Origin> origin = view.unchecked(arguments.get(index), known);
            for (MethodDecl callee : calls.targets(key)) {
                int place = index;
                origin.filter(found -> isOpen(callee) && isFollowed(callee.parameters().get(place).type())).ifPresent(found -> values.addParameter(callee.key(), place, found));
            }
        }
    }

    /** Whether values are followed into the method and out of it. */
    private boolean isOpen(MethodDecl method) {
        return reach != Reach.AMONG_PRIVATE || method.isPrivate();
    }

    /** Whether a value is followed into what was declared so. */
    private boolean isFollowed(Type declared) {
        Type held = declared instanceof Type.Array array ? array.element() : declared;
        return reach != Reach.UP_TO_RECORDS || !Deliveries.is(held, Type.Qualifier.COMPLETED);
    }

    private void components(Expr e, Knowledge known, DeviceValues.View view) {
        if (reach != Reach.AMONG_PRIVATE && e instanceof Expr.NewValue built && program.type(built.record()).orElse(null) instanceof TypeDecl.RecordDecl record) {
            for (int index = 0; index < built.components().size(); index++) {
                FieldDecl component = record.components().get(index);
                if (component.type() instanceof Type.Int && isFollowed(component.type())) {
                    view.unchecked(built.components().get(index), known).ifPresent(origin -> values.addField(component, origin));
                }
            }
        }
        Expressions.operands(e).forEach(operand -> components(operand, known, view));
    }

    /** Whether the method may check an argument for its callers: its summary has to be there before the first of them is looked at. */
    private static boolean mayCheck(MethodDecl method) {
        return (method.throwing() || method.result() instanceof Type.Bool)
                && method.parameters().stream().anyMatch(parameter -> parameter.type() instanceof Type.Int);
    }

    private Walked walked(MethodDecl method) {
        return new Walked(method, values.in(method.key(), places(method)), graphs.get(method.key()),
                Optional.ofNullable(solutions.get(method.key())));
    }

    /** The methods in which something may be that the device chose. */
    List<Walked> walked() {
        return calls.methods().stream().filter(method -> graphs.containsKey(method.key())
                && values.reaches(method.key(), fieldsRead.get(method.key()))).map(this::walked).toList();
    }

    private static Set<FieldDecl> fieldsRead(MethodDecl method) {
        Set<FieldDecl> found = new HashSet<>();
        Statements.walk(method.body().orElseThrow(), s -> Statements.expressions(s).forEach(e -> fieldsRead(e, found)));
        return found;
    }

    private static void fieldsRead(Expr e, Set<FieldDecl> found) {
        if (e instanceof Expr.Field field) {
            found.add(field.field());
        }
        Expressions.operands(e).forEach(operand -> fieldsRead(operand, found));
    }
}
