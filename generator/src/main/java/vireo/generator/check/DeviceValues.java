// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.Fact;
import vireo.generator.check.fact.Knowledge;
import vireo.generator.check.fact.Place;
import vireo.generator.check.fact.Places;
import vireo.generator.flow.Expressions;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.Type;

/** Which fields, parameters, results and locals may hold what the device chose, with no check in between. */
final class DeviceValues {
    /** A value was compared with a limit of the driver's own, and is not above it. */
    static final String CHECKED = "checked";

    private final boolean checking;
    private final boolean masking;

    /**
     * @param checking whether a value counts no longer as the device's where it was checked
     * @param masking whether that is so where a mask or a remainder bounds it, too
     */
    DeviceValues(boolean checking, boolean masking) {
        this.checking = checking;
        this.masking = masking;
    }

    private record Parameter(String method, int index) {}

    private record Filled(String method, Local parameter) {}

    private final Map<FieldDecl, Origin> fields = new HashMap<>();
    private final Map<Parameter, Origin> parameters = new HashMap<>();
    private final Map<Filled, Origin> filled = new HashMap<>();
    private final Map<String, Origin> results = new HashMap<>();
    private final Map<String, Map<Local, Origin>> locals = new HashMap<>();
    private boolean grew;

    /** Whether something was added since the last call. */
    boolean takeGrowth() {
        boolean result = grew;
        grew = false;
        return result;
    }

    private <K> void add(Map<K, Origin> to, K key, Origin origin) {
        grew |= to.putIfAbsent(key, origin) == null;
    }

    void addField(FieldDecl field, Origin origin) {
        add(fields, field, origin);
    }

    void addParameter(String method, int index, Origin origin) {
        add(parameters, new Parameter(method, index), origin);
    }

    void addResult(String method, Origin origin) {
        add(results, method, origin);
    }

    /** The parameters into whose arrays something of the device's is stored, for the callers that hand the arrays over. */
    void addFilled(String method, Local parameter, Origin origin) {
        add(filled, new Filled(method, parameter), origin);
    }

    Optional<Origin> filled(String method, Local parameter) {
        return Optional.ofNullable(filled.get(new Filled(method, parameter)));
    }

    void addLocal(String method, Local local, Origin origin) {
        add(locals.computeIfAbsent(method, m -> new HashMap<>()), local, origin);
    }

    Optional<Origin> parameter(String method, int index) {
        return Optional.ofNullable(parameters.get(new Parameter(method, index)));
    }

    Optional<Origin> result(String method) {
        return Optional.ofNullable(results.get(method));
    }

    /** Whether something of the device's is in the method's variables, or may be in one of the fields. */
    boolean reaches(String method, Set<FieldDecl> read) {
        return locals.containsKey(method) || read.stream().anyMatch(fields::containsKey);
    }

    /** The values of one method. */
    View in(String method, Places places) {
        return new View(locals.getOrDefault(method, Map.of()), places);
    }

    /** What the expressions of one method hold. */
    final class View {
        private final Map<Local, Origin> own;
        private final Places places;

        private View(Map<Local, Origin> own, Places places) {
            this.own = own;
            this.places = places;
        }

        /** The origin of what the device chose in the expression and nothing has bounded; empty where there is no such thing. */
        Optional<Origin> unchecked(Expr e, Knowledge known) {
            Place place = places.of(e);
            if (checking && known.holds(Fact.of(CHECKED, place))) {
                return Optional.empty();
            }
            if (e instanceof Expr.Get get) {
                Local local = place.local().orElse(get.local());
                return place.local().isPresent() ? Optional.ofNullable(own.get(local)) : throughName(place, get);
            }
            if (e instanceof Expr.Field field) {
                return Optional.ofNullable(fields.get(field.field()));
            }
            if (e instanceof Expr.Element element) {
                return unchecked(element.array(), known);
            }
            if (e instanceof Expr.Conditional choice) {
                return ofChoice(choice, known);
            }
            if (e instanceof Expr.Binary binary) {
                // That a number was looked at says nothing of its neighbours.
                return ofBinary(binary, checking && !masking ? Knowledge.NOTHING : known);
            }
            if (e instanceof Expr.Convert convert) {
                return unchecked(convert.operand(), known);
            }
            if (e instanceof Expr.Unary unary && unary.op() != Expr.UnaryOp.NOT) {
                return unchecked(unary.operand(), known);
            }
            return Optional.empty();
        }

        private Optional<Origin> throughName(Place place, Expr.Get get) {
            return place.field().isPresent() ? Optional.ofNullable(fields.get(place.field().get())) : Optional.ofNullable(own.get(get.local()));
        }

        /** {@code x < limit ? x : limit}: one of the two that is bounded. */
        private Optional<Origin> ofChoice(Expr.Conditional choice, Knowledge known) {
            Optional<Origin> yes = unchecked(choice.yes(), Bounds.after(choice.condition(), true, known, this, places));
            return yes.isPresent() ? yes : unchecked(choice.no(), Bounds.after(choice.condition(), false, known, this, places));
        }

        private Optional<Origin> ofBinary(Expr.Binary e, Knowledge known) {
            Optional<Origin> left = unchecked(e.left(), known);
            Optional<Origin> right = unchecked(e.right(), known);
            switch (e.op()) {
                case EQ, NE, LT, LE, GT, GE, LT_U64, LE_U64, AND, OR:
                    return Optional.empty();
                case BIT_AND:
                    if (masking && (left.isEmpty() && bounds(e.left(), e.right()) || right.isEmpty() && bounds(e.right(), e.left()))) {
                        return Optional.empty();
                    }
                    break;
                case REM, REM_U64:
                    if (masking) {
                        return right;
                    }
                    break;
                default:
                    break;
            }
            return left.isPresent() ? left : right;
        }

        /** Whether a mask of the driver's own takes something away from the value. */
        private static boolean bounds(Expr mask, Expr value) {
            BigInteger constant = mask instanceof Expr.Const c ? c.value() : mask instanceof Expr.NamedConst n ? n.value() : null;
            if (mask instanceof Expr.Convert convert) {
                return bounds(convert.operand(), value);
            }
            return constant == null || constant.signum() >= 0 && value.type() instanceof Type.Int type
                    && constant.compareTo(type.range().max()) < 0;
        }

        /** The place that the expression reads. */
        Place place(Expr e) {
            return places.of(e);
        }

        /** All places in the expression that an upper bound on it bounds as well. */
        void bounded(Expr e, java.util.function.Consumer<Place> sink) {
            sink.accept(places.of(e));
            if (e instanceof Expr.Convert convert && convert.kind() != Expr.Conversion.TRUNCATE) {
                bounded(convert.operand(), sink);
            } else if (e instanceof Expr.Binary binary && binary.overflow() == Expr.Overflow.EXACT) {
                if (leastOf(binary.right()) >= neutral(binary.op())) {
                    bounded(binary.left(), sink);
                }
                if (binary.op() != Expr.BinaryOp.SHIFT_LEFT && leastOf(binary.left()) >= neutral(binary.op())) {
                    bounded(binary.right(), sink);
                }
            }
        }

        /** From which other operand on a result is at least as large as an operand. */
        private static long neutral(Expr.BinaryOp op) {
            return switch (op) {
                case ADD, SHIFT_LEFT, BIT_OR -> 0;
                case MUL -> 1;
                default -> Long.MAX_VALUE;
            };
        }

        private static long leastOf(Expr e) {
            if (e instanceof Expr.Const constant) {
                return constant.value().signum() < 0 ? -1 : constant.value().signum();
            }
            if (e instanceof Expr.NamedConst constant) {
                return constant.value().signum() < 0 ? -1 : constant.value().signum();
            }
            if (e instanceof Expr.Convert convert && convert.kind() == Expr.Conversion.WIDEN) {
                return leastOf(convert.operand());
            }
            BigInteger least = e.type() instanceof Type.Int type ? type.range().min() : BigInteger.ONE.negate();
            return least.signum() < 0 ? -1 : least.signum();
        }
    }
}
