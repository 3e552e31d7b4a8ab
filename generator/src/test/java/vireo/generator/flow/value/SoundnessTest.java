// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.value;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Edge;
import vireo.generator.flow.IrSketch;
import vireo.generator.flow.Node;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Expr.BinaryOp;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/**
 * Runs random programs step by step and holds everything that the analysis claims against what is there: each interval, each bit,
 * each difference, at each point that is reached.
 */
class SoundnessTest {
    private static final int PROGRAMS = 600;
    private static final int RUNS = 8;
    private static final int STEPS = 400;

    private Random random;
    private IrSketch ir;
    private List<Local> numbers;
    private List<Local> flags;
    private List<Local> parameters;

    /** The run left what the analysis speaks of: an overflow or a division by zero, which checks refuse. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Test
    void whatTheAnalysisClaimsHoldsInEveryRun() {
        for (int seed = 0; seed < PROGRAMS; seed++) {
            random = new Random(seed);
            ir = new IrSketch();
            parameters = List.of(ir.parameter("p", IrSketch.U16), ir.parameter("q", IrSketch.INT), ir.parameter("r", IrSketch.U8));
            numbers = new ArrayList<>(parameters);
            flags = List.of(ir.variable("f", IrSketch.BOOL), ir.variable("g", IrSketch.BOOL));
            List<Stmt> body = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Local local = ir.variable("v" + i, IrSketch.INT);
                body.add(ir.declare(local, number(2)));
                numbers.add(local);
            }
            for (Local flag : flags) {
                body.add(ir.declare(flag, condition(1)));
            }
            body.addAll(block(3, 5));
            MethodDecl method = ir.method("run", new Type.Void(), parameters, body);
            Program program = ir.program(List.of(), method);
            CallGraph calls = new CallGraph(program);
            MethodValues values = MethodValues.of(method, program, new Effects(calls), new Summaries(calls));
            for (int run = 0; run < RUNS; run++) {
                try {
                    execute(values, seed);
                } catch (Refused e) {
                    // Nothing is claimed beyond this point.
                }
            }
        }
    }

    private List<Stmt> block(int depth, int most) {
        List<Stmt> body = new ArrayList<>();
        int count = 1 + random.nextInt(most);
        for (int i = 0; i < count; i++) {
            body.add(statement(depth));
        }
        return body;
    }

    private Stmt statement(int depth) {
        int choice = random.nextInt(depth > 0 ? 10 : 5);
        Local target = numbers.get(random.nextInt(numbers.size() - parameters.size()) + parameters.size());
        if (choice < 4) {
            return ir.assign(target, number(2));
        }
        if (choice == 4) {
            return ir.assign(flags.get(random.nextInt(2)), condition(2));
        }
        if (choice < 8) {
            return ir.either(condition(2), block(depth - 1, 3), random.nextBoolean() ? block(depth - 1, 2) : List.of());
        }
        return ir.loop(condition(1), block(depth - 1, 3),
                List.of(ir.assign(target, ir.op(random.nextBoolean() ? BinaryOp.ADD : BinaryOp.SUB, ir.get(target), ir.number(1 + random.nextInt(2))))));
    }

    private Expr number(int depth) {
        int choice = random.nextInt(depth > 0 ? 12 : 4);
        return switch (choice) {
            case 0 -> ir.number(random.nextInt(20) - 4);
            case 1, 2, 3 -> ir.get(numbers.get(random.nextInt(numbers.size())));
            case 4, 5 -> ir.op(BinaryOp.ADD, number(depth - 1), number(depth - 1));
            case 6, 7 -> ir.op(BinaryOp.SUB, number(depth - 1), number(depth - 1));
            case 8 -> ir.op(BinaryOp.BIT_AND, number(depth - 1), random.nextBoolean() ? ir.number(1 + random.nextInt(31)) : ir.number(-8));
            case 9 -> ir.op(random.nextBoolean() ? BinaryOp.REM : BinaryOp.DIV, number(depth - 1), ir.number(1 + random.nextInt(9)));
            case 10 -> ir.op(random.nextBoolean() ? BinaryOp.MUL : BinaryOp.SHIFT_RIGHT, number(depth - 1), ir.number(random.nextInt(5)));
            default -> ir.choose(condition(depth - 1), number(depth - 1), number(depth - 1));
        };
    }

    private Expr condition(int depth) {
        int choice = random.nextInt(depth > 0 ? 10 : 6);
        BinaryOp[] orders = {BinaryOp.LT, BinaryOp.LE, BinaryOp.GT, BinaryOp.GE, BinaryOp.EQ, BinaryOp.NE};
        if (choice < 5) {
            return ir.op(orders[random.nextInt(orders.length)], number(1), number(1));
        }
        if (choice == 5) {
            return ir.get(flags.get(random.nextInt(2)));
        }
        if (choice < 8) {
            return ir.op(random.nextBoolean() ? BinaryOp.AND : BinaryOp.OR, condition(depth - 1), condition(depth - 1));
        }
        return ir.not(condition(depth - 1));
    }

    private void execute(MethodValues values, int seed) {
        Map<Local, BigInteger> store = new HashMap<>();
        store.put(parameters.get(0), BigInteger.valueOf(random.nextInt(random.nextBoolean() ? 20 : 65536)));
        store.put(parameters.get(1), BigInteger.valueOf(random.nextBoolean() ? random.nextInt(40) - 20 : random.nextInt()));
        store.put(parameters.get(2), BigInteger.valueOf(random.nextInt(random.nextBoolean() ? 8 : 256)));
        flags.forEach(flag -> store.put(flag, BigInteger.ZERO));
        Node node = values.cfg().entry();
        for (int step = 0; step < STEPS && !node.out().isEmpty(); step++) {
            hold(values, node, store, seed);
            Node next = null;
            if (node.kind() == Node.Kind.STATEMENT) {
                Stmt statement = node.statement().orElseThrow();
                if (statement instanceof Stmt.Declare declare) {
                    store.put(declare.local(), evaluate(declare.value().orElseThrow(), store));
                } else if (statement instanceof Stmt.Assign assign) {
                    store.put(assign.local(), evaluate(assign.value(), store));
                }
            }
            for (Edge edge : node.out()) {
                boolean taken = !(edge.guard() instanceof Edge.When when)
                        || truth(when.condition(), store) == when.outcome();
                if (taken) {
                    next = edge.to();
                }
            }
            node = next;
        }
    }

    private static void hold(MethodValues values, Node node, Map<Local, BigInteger> store, int seed) {
        Optional<State> state = values.before(node);
        assertTrue(state.isPresent(), () -> where(node, store, seed) + " is reached, but was called unreachable");
        for (Map.Entry<Atom, Value> entry : state.get().values().entrySet()) {
            BigInteger actual = evaluate(entry.getKey(), store);
            assertTrue(entry.getValue().range().contains(actual),
                    () -> where(node, store, seed) + ": " + entry.getKey() + " is outside " + entry.getValue());
            assertTrue((actual.longValue() & ~entry.getValue().bits()) == 0,
                    () -> where(node, store, seed) + ": " + entry.getKey() + " has other bits");
        }
        for (Map.Entry<Atom, State.Difference[]> entry : state.get().differences().entrySet()) {
            for (State.Difference one : entry.getValue()) {
                BigInteger left = evaluate(entry.getKey(), store);
                BigInteger right = evaluate(one.to(), store).add(BigInteger.valueOf(one.distance()));
                assertTrue(left.compareTo(right) <= 0, () -> where(node, store, seed) + ": not " + entry.getKey() + " <= " + one.to() + " + "
                        + one.distance());
            }
        }
    }

    private static String where(Node node, Map<Local, BigInteger> store, int seed) {
        StringBuilder text = new StringBuilder("program " + seed + " at " + node + " with");
        store.forEach((local, value) -> text.append(' ').append(local.name()).append('=').append(value));
        return text.toString();
    }

    private static BigInteger evaluate(Atom atom, Map<Local, BigInteger> store) {
        if (atom.kind() == Atom.Kind.LOCAL) {
            return store.get(atom.local());
        }
        List<Value> operands = new ArrayList<>();
        for (Linear operand : atom.operands()) {
            BigInteger base = operand.atom().map(inner -> evaluate(inner, store)).orElse(BigInteger.ZERO);
            operands.add(Value.constant(base.add(operand.offset())));
        }
        Value result = Evaluator.apply(atom.operation().orElseThrow(), operands);
        assertTrue(result.isConstant(), atom + " of constants is a constant");
        return result.min();
    }

    private static boolean truth(Expr e, Map<Local, BigInteger> store) {
        if (e instanceof Expr.Unary not) {
            return !truth(not.operand(), store);
        }
        if (e instanceof Expr.Get get) {
            return store.get(get.local()).signum() != 0;
        }
        Expr.Binary b = (Expr.Binary) e;
        if (b.op() == BinaryOp.AND) {
            return truth(b.left(), store) && truth(b.right(), store);
        }
        if (b.op() == BinaryOp.OR) {
            return truth(b.left(), store) || truth(b.right(), store);
        }
        int order = evaluate(b.left(), store).compareTo(evaluate(b.right(), store));
        return switch (b.op()) {
            case LT -> order < 0;
            case LE -> order <= 0;
            case GT -> order > 0;
            case GE -> order >= 0;
            case EQ -> order == 0;
            default -> order != 0;
        };
    }

    private static BigInteger evaluate(Expr e, Map<Local, BigInteger> store) {
        BigInteger result;
        if (e instanceof Expr.Const constant) {
            return constant.value();
        } else if (e instanceof Expr.Get get) {
            return store.get(get.local());
        } else if (e.type() instanceof Type.Bool) {
            return truth(e, store) ? BigInteger.ONE : BigInteger.ZERO;
        } else if (e instanceof Expr.Conditional choice) {
            return evaluate(truth(choice.condition(), store) ? choice.yes() : choice.no(), store);
        } else {
            Expr.Binary b = (Expr.Binary) e;
            BigInteger left = evaluate(b.left(), store);
            BigInteger right = evaluate(b.right(), store);
            result = switch (b.op()) {
                case ADD -> left.add(right);
                case SUB -> left.subtract(right);
                case MUL -> left.multiply(right);
                case DIV -> left.divide(right);
                case REM -> left.remainder(right);
                case BIT_AND -> left.and(right);
                default -> left.shiftRight(right.intValue());
            };
        }
        if (!Interval.INT.contains(result)) {
            throw new Refused();
        }
        return result;
    }
}
