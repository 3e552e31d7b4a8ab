// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;

/** Questions about statements that need a walk. */
final class IrWalk {
    private IrWalk() {}

    /** Every statement, in order of the text. */
    static void forEach(List<Stmt> body, Consumer<Stmt> visit) {
        for (Stmt s : body) {
            visit.accept(s);
            s.inside().forEach(inner -> forEach(inner, visit));
        }
    }

    /** How many places in the list throw out of it. */
    static int throwSites(List<Stmt> body, Program program) {
        return body.stream().mapToInt(s -> throwSites(s, program)).sum();
    }

    static int throwSites(Stmt s, Program program) {
        if (s instanceof Stmt.Throw || s instanceof Stmt.Bind) {
            return 1;
        }
        if (s instanceof Stmt.Call c) {
            return throwing(c.method(), program) ? 1 : 0;
        }
        if (s instanceof Stmt.ForeignCall c) {
            return c.function().throwing() ? 1 : 0;
        }
        if (s instanceof Stmt.New n) {
            return throwing(n.constructor(), program) ? 2 : 1;
        }
        if (s instanceof Stmt.Embed e) {
            return throwing(e.constructor(), program) ? 1 : 0;
        }
        if (s instanceof Stmt.Try t) {
            int own = t.handler().isPresent() ? throwSites(t.handler().get(), program) : throwSites(t.body(), program);
            return own + throwSites(t.cleanup(), program);
        }
        return s.inside().stream().mapToInt(inner -> throwSites(inner, program)).sum();
    }

    private static boolean throwing(String method, Program program) {
        return program.method(method).orElseThrow().throwing();
    }

    /** Whether control can reach the end of the list. */
    static boolean completes(List<Stmt> body) {
        return body.stream().allMatch(IrWalk::completes);
    }

    private static boolean completes(Stmt s) {
        if (s instanceof Stmt.Return || s instanceof Stmt.Throw || s instanceof Stmt.Break || s instanceof Stmt.Continue) {
            return false;
        }
        if (s instanceof Stmt.Block b) {
            return completes(b.body());
        }
        if (s instanceof Stmt.If i) {
            return completes(i.then()) || completes(i.otherwise());
        }
        if (s instanceof Stmt.Loop l) {
            boolean forever = l.condition() instanceof Expr.BoolConst c && c.value();
            return !forever || leavesByBreak(l.body(), l.label()) || leavesByBreak(l.header(), l.label());
        }
        if (s instanceof Stmt.Switch w) {
            return w.otherwise().isEmpty()
                    || Stream.concat(w.cases().stream().map(Stmt.Case::body), w.otherwise().stream())
                            .anyMatch(b -> completes(b) || leavesByBreak(b, java.util.Optional.empty()));
        }
        if (s instanceof Stmt.Try t) {
            boolean before = completes(t.body()) || t.handler().isPresent() && completes(t.handler().get());
            return before && completes(t.cleanup());
        }
        return true;
    }

    /** Whether the body of a loop or switch holds a break that leaves it. */
    private static boolean leavesByBreak(List<Stmt> body, java.util.Optional<String> label) {
        for (Stmt s : body) {
            if (s instanceof Stmt.Break b && (b.label().isEmpty() || b.label().equals(label))) {
                return true;
            }
            if (s instanceof Stmt.Loop || s instanceof Stmt.Switch) {
                boolean[] found = {false};
                s.inside().forEach(inner -> forEach(inner, x -> found[0] |= x instanceof Stmt.Break b
                        && b.label().isPresent() && b.label().equals(label)));
                if (found[0]) {
                    return true;
                }
            } else if (s.inside().stream().anyMatch(inner -> leavesByBreak(inner, label))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the list leaves a loop or switch around it by break or continue. */
    static boolean leavesLoop(List<Stmt> body) {
        for (Stmt s : body) {
            if (s instanceof Stmt.Break || s instanceof Stmt.Continue) {
                return true;
            }
            if (s instanceof Stmt.Loop || s instanceof Stmt.Switch) {
                boolean[] found = {false};
                s.inside().forEach(inner -> forEach(inner, x -> found[0] |= x instanceof Stmt.Break b && b.label().isPresent()
                        || x instanceof Stmt.Continue c && (c.label().isPresent() || s instanceof Stmt.Switch)));
                if (found[0]) {
                    return true;
                }
            } else if (s.inside().stream().anyMatch(IrWalk::leavesLoop)) {
                return true;
            }
        }
        return false;
    }

    static boolean any(List<Stmt> body, java.util.function.Predicate<Stmt> test) {
        boolean[] found = {false};
        forEach(body, s -> found[0] |= test.test(s));
        return found[0];
    }
}
