// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.math.BigInteger;
import java.util.function.Predicate;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.value.Linear;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Local;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/**
 * What is said to have been delivered was: a number declared so is at most another one that is, from the device's own word on. Notes on
 * the way which reads of memory such a number bounds.
 */
final class Vr605Numbers implements PointCheck {
    private final Deliveries deliveries;

    Vr605Numbers(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public String code() {
        return "VR605";
    }

    @Override
    public void flow(Flow flow, Point point) {
        Expr value = flow.value();
        if (isFromDevice(flow, point)) {
            return;
        }
        if (Deliveries.is(flow.target(), Type.Qualifier.DELIVERED)) {
            if (deliveries.isNumber(value, point.method()) || isAtMost(value, point)) {
                point.findings().proved("delivered bytes", flow);
            } else {
                point.findings().report(refusal(flow, "more than the device has written",
                        "Pass on the number of the completion, or what is left of it: a part, a difference, the smaller of it and a limit."));
            }
        }
        if (Deliveries.is(flow.target(), Type.Qualifier.UNDELIVERED) && !isUndelivered(value, point)) {
            point.findings().report(refusal(flow, "no number of missing bytes",
                    "Subtract the completion's number from what the device was allowed to write: 'writable - length'."));
        }
        if (Deliveries.is(flow.target(), Type.Qualifier.COMPLETED) && !isCompleted(value, point)) {
            point.findings().report(refusal(flow, "no request that the device gave back",
                    "Take it from the completion, in a variable that is declared @Completed, and check it against what is in flight."));
        }
    }

    private Diagnostic refusal(Flow flow, String what, String fix) {
        return Diagnostic.of(code(), flow.span(),
                "'" + Phrases.source(flow.value()) + "' goes to " + flow.place() + ", and may be " + what + ".",
                "What is read of a buffer ends with this number: behind it lies what the memory held before, which is nobody else's business.",
                fix);
    }

    /** The device's own word, where it is read. */
    private boolean isFromDevice(Flow flow, Point point) {
        if (!(Deliveries.slot(flow.value()) instanceof Expr.Get get)) {
            return false;
        }
        Local local = get.local();
        return local.id() < 0 ? isOfARead(flow, point) : deliveries.isRead(local, point.method());
    }

    private static boolean isOfARead(Flow flow, Point point) {
        return point.values().cfg().nodes().stream().flatMap(node -> node.statement().stream())
                .anyMatch(statement -> Deliveries.isReading(statement) && statement.span().equals(flow.span()));
    }

    private boolean isUndelivered(Expr e, Point point) {
        Expr value = Deliveries.slot(e);
        return Deliveries.isDeclared(e, Type.Qualifier.UNDELIVERED) || isNumber(value)
                || value instanceof Expr.Binary rest && rest.op() == Expr.BinaryOp.SUB
                && deliveries.isNumber(rest.right(), point.method());
    }

    private static boolean isCompleted(Expr e, Point point) {
        return Deliveries.isDeclared(e, Type.Qualifier.COMPLETED) || point.value(e).max().signum() < 0;
    }

    private static boolean isNumber(Expr e) {
        return e instanceof Expr.Const || e instanceof Expr.NamedConst;
    }

    private boolean isAtMost(Expr e, Point point) {
        return point.value(e).max().signum() <= 0 || isBounded(point, point.value(e).max(), limit -> point.atMost(e, limit));
    }

    /** Whether some number of delivered bytes is a limit that satisfies the test. */
    private boolean isBounded(Point point, BigInteger most, Predicate<Linear> test) {
        for (Expr number : deliveries.numbers(point.method())) {
            // A variable that nobody has assigned yet promises its range, and nothing has been delivered.
            boolean promised = number instanceof Expr.Get get && get.local().kind() != Local.Kind.PARAMETER
                    && ((Type.Int) get.type()).range().min().compareTo(most) >= 0;
            if (!promised && point.linear(number).filter(test).isPresent()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void statement(Stmt statement, Point point) {
        if (statement instanceof Stmt.ReadByte read) {
            deliveries.note(read, isView(read.bytes(), point) || isDelivered(read.index(), point));
        } else if (statement instanceof Stmt.ReadCell read) {
            Deliveries.octet(read).ifPresent(element -> deliveries.note(read, isDelivered(element.index(), point)));
        } else if (statement instanceof Stmt.CopyBytes copy && copy.direction() == Stmt.Direction.FROM_DMA) {
            deliveries.note(copy, ends(copy.dma(), copy.dmaOffset(), copy.length(), point));
        } else if (statement instanceof Stmt.Slice slice) {
            deliveries.note(slice, ends(slice.bytes(), slice.offset(), slice.length(), point));
        }
    }

    private boolean isDelivered(Expr index, Point point) {
        return isBounded(point, point.value(index).max().add(BigInteger.ONE), limit -> point.below(index, limit));
    }

    private boolean ends(Expr bytes, Expr from, Expr length, Point point) {
        Interval count = point.value(length).range();
        BigInteger end = point.value(from).max().add(count.max());
        return count.max().signum() <= 0 || isView(bytes, point)
                || isBounded(point, end, limit -> point.values().sumAtMost(point.state(), from, length, limit));
    }

    /** Whether the bytes are as many as were delivered, by their declaration. */
    private boolean isView(Expr bytes, Point point) {
        return point.length(bytes).filter(length -> isBounded(point, point.values().value(point.state(), length).range().max(),
                limit -> point.values().atMost(point.state(), length, limit))).isPresent();
    }
}
