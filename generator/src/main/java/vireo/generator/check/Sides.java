// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vireo.generator.check.fact.Places;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/** Who writes the memory that the addresses of one method are of, and what its masks say of that. */
final class Sides {
    /** What is known. */
    enum Kind {
        /** The driver writes; of a mask: the bit is not set. */
        DRIVER,
        /** The device writes; of a mask: the bit is set. */
        DEVICE,
        /** Nothing says so. */
        UNDECLARED,
        /** One way it is the one, another way the other. */
        EITHER
    }

    /**
     * @param kind what the method itself knows
     * @param parameters the indices of the parameters that say more, or all of it
     */
    record Side(Kind kind, Set<Integer> parameters) {
        Side {
            parameters = Set.copyOf(parameters);
        }

        static Side of(Kind kind) {
            return new Side(kind, Set.of());
        }

        private static Side ofParameter(int index) {
            return new Side(Kind.UNDECLARED, Set.of(index));
        }

        boolean isSilent() {
            return kind == Kind.UNDECLARED && parameters.isEmpty();
        }

        /** What is said where the one or the other counts. */
        Side or(Side other) {
            Set<Integer> both = new HashSet<>(parameters);
            both.addAll(other.parameters);
            Kind joined = kind == Kind.UNDECLARED ? other.kind : other.kind == Kind.UNDECLARED || other.kind == kind ? kind : Kind.EITHER;
            return new Side(joined, both);
        }
    }

    private static final Side UNDECLARED = Side.of(Kind.UNDECLARED);
    private static final int DEEPEST = 16;

    private final MethodDecl method;
    private final Places places;
    private final Map<Local, List<Stmt>> stores = new HashMap<>();

    Sides(MethodDecl method, Places places) {
        this.method = method;
        this.places = places;
        method.body().ifPresent(body -> Statements.walk(body, statement -> Statements.assigned(statement)
                .ifPresent(local -> stores.computeIfAbsent(local, l -> new ArrayList<>()).add(statement))));
    }

    Places places() {
        return places;
    }

    boolean same(Expr a, Expr b) {
        return places.of(a).equals(places.of(b));
    }

    static Kind declared(Type type) {
        return Deliveries.is(type, Type.Qualifier.WRITTEN_BY_DEVICE) ? Kind.DEVICE
                : Deliveries.is(type, Type.Qualifier.WRITTEN_BY_DRIVER) ? Kind.DRIVER : Kind.UNDECLARED;
    }

    /** Whose memory the address is of. */
    Side ofAddress(Expr e) {
        return address(e, new HashSet<>());
    }

    private Side address(Expr e, Set<Local> seen) {
        if (e instanceof Expr.Convert convert) {
            return address(convert.operand(), seen);
        }
        if (e instanceof Expr.Conditional choice) {
            return address(choice.yes(), seen).or(address(choice.no(), seen));
        }
        if (e instanceof Expr.Binary sum) {
            boolean moves = sum.op() == Expr.BinaryOp.ADD || sum.op() == Expr.BinaryOp.SUB || sum.op() == Expr.BinaryOp.BIT_OR
                    || sum.op() == Expr.BinaryOp.BIT_AND;
            Side left = moves ? address(sum.left(), seen) : UNDECLARED;
            return left.kind() != Kind.UNDECLARED || sum.op() != Expr.BinaryOp.ADD ? left : left.or(address(sum.right(), seen));
        }
        Kind declared = e instanceof Expr.Get || e instanceof Expr.Field || e instanceof Expr.Element ? declared(e.type()) : Kind.UNDECLARED;
        return declared == Kind.UNDECLARED && e instanceof Expr.Get get ? ofLocal(get.local(), seen) : Side.of(declared);
    }

    /** What is said of anything that the local is ever given. */
    private Side ofLocal(Local local, Set<Local> seen) {
        if (!seen.add(local)) {
            return UNDECLARED;
        }
        int index = method.parameters().indexOf(local);
        Side side = index >= 0 ? Side.ofParameter(index) : UNDECLARED;
        for (Stmt store : stores.getOrDefault(local, List.of())) {
            side = side.or(store instanceof Stmt.Call call ? Side.of(declared(call.resultType()))
                    : LoopRules.value(store).map(value -> address(value, seen)).orElse(UNDECLARED));
        }
        return side;
    }

    /** Whether the bit is set in the mask. */
    Side ofBits(Expr e, BigInteger bit) {
        return bits(e, bit, 0);
    }

    private Side bits(Expr e, BigInteger bit, int depth) {
        if (e instanceof Expr.Convert convert) {
            return bits(convert.operand(), bit, depth);
        }
        if (e instanceof Expr.Const constant) {
            return ofNumber(constant.value(), bit);
        }
        if (e instanceof Expr.NamedConst constant) {
            return ofNumber(constant.value(), bit);
        }
        if (e instanceof Expr.Conditional choice) {
            Side yes = bits(choice.yes(), bit, depth);
            return yes.equals(bits(choice.no(), bit, depth)) ? yes : UNDECLARED;
        }
        if (e instanceof Expr.Binary both && (both.op() == Expr.BinaryOp.BIT_OR || both.op() == Expr.BinaryOp.BIT_AND)) {
            return both(bits(both.left(), bit, depth), bits(both.right(), bit, depth),
                    both.op() == Expr.BinaryOp.BIT_OR ? Kind.DEVICE : Kind.DRIVER);
        }
        if (e instanceof Expr.Get get) {
            int index = method.parameters().indexOf(get.local());
            return index >= 0 && !places.isAssigned(get.local()) ? Side.ofParameter(index)
                    : places.defined(get.local()).filter(value -> depth < DEEPEST).map(value -> bits(value, bit, depth + 1))
                            .orElse(UNDECLARED);
        }
        return UNDECLARED;
    }

    /** @param decisive the side that one of the two decides alone */
    private static Side both(Side a, Side b, Kind decisive) {
        if (a.kind() == decisive || b.kind() == decisive) {
            return Side.of(decisive);
        }
        if (a.equals(b)) {
            return a;
        }
        Kind silent = decisive == Kind.DEVICE ? Kind.DRIVER : Kind.DEVICE;
        return a.kind() == silent ? b : b.kind() == silent ? a : UNDECLARED;
    }

    private static Side ofNumber(BigInteger value, BigInteger bit) {
        return Side.of(value.and(bit).signum() != 0 ? Kind.DEVICE : Kind.DRIVER);
    }
}
