// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.math.BigInteger;
import java.util.Optional;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.value.Terms;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Type;

/** An implementation takes all that its interface lets callers pass, and gives no more than the interface promises. */
final class Vr302Contract implements ProgramCheck {
    private static final String WHY = "javac does not compare these annotations, and callers know the interface's only.";

    @Override
    public String code() {
        return "VR302";
    }

    @Override
    public void run(Program program, CallGraph calls, Findings findings) {
        calls.implementations().forEach((key, implementations) -> {
            MethodDecl declared = program.method(key).orElseThrow();
            for (MethodDecl implementation : implementations) {
                compare(declared, implementation, findings);
            }
        });
    }

    private void compare(MethodDecl declared, MethodDecl implementation, Findings findings) {
        for (int i = 0; i < declared.parameters().size(); i++) {
            Local wide = declared.parameters().get(i);
            Local narrow = implementation.parameters().get(i);
            if (!fits(wide.type(), declared, narrow.type(), implementation)) {
                findings.report(Diagnostic.of(code(), narrow.span(),
                        "The parameter '" + narrow.name() + "' takes less than " + Flows.name(declared) + " lets callers pass.",
                        WHY, "Declare both alike (range, bounds, length, @Nullable), or check the value inside the method.")
                        .with(new Diagnostic.Label(wide.span(), "declared here")));
            }
        }
        if (!fits(implementation.result(), implementation, declared.result(), declared)) {
            findings.report(Diagnostic.of(code(), implementation.span(),
                    Flows.name(implementation) + " may return more than " + Flows.name(declared) + " promises.",
                    WHY, "Declare both results alike (range, bounds, length, @Nullable).")
                    .with(new Diagnostic.Label(declared.span(), "declared here")));
        }
    }

    /** Whether every value of {@code from}, declared by one method, is one of {@code to}, declared by the other. */
    private static boolean fits(Type from, MethodDecl fromMethod, Type to, MethodDecl toMethod) {
        if (from instanceof Type.Int source && to instanceof Type.Int target) {
            return target.range().contains(source.range())
                    && (source.bits() & ~target.bits()) == 0
                    && source.qualifiers().equals(target.qualifiers())
                    && target.bounds().stream().allMatch(wanted -> source.bounds().stream().anyMatch(
                            given -> (given.strict() || !wanted.strict()) && same(given.term(), fromMethod, wanted.term(), toMethod)));
        }
        if (Vr307Null.nullable(from) && !Vr307Null.nullable(to)) {
            return false;
        }
        Optional<Expr> length = Terms.lengthTerm(to);
        return length.isEmpty()
                || Terms.lengthTerm(from).map(given -> same(given, fromMethod, length.get(), toMethod)).orElse(false);
    }

    /** Whether two terms name the same value, parameters taken by their position. */
    private static boolean same(Expr a, MethodDecl aMethod, Expr b, MethodDecl bMethod) {
        if (a instanceof Expr.Get first && b instanceof Expr.Get second) {
            int position = aMethod.parameters().indexOf(first.local());
            return position >= 0 && position == bMethod.parameters().indexOf(second.local());
        }
        if (a instanceof Expr.Convert convert) {
            return same(convert.operand(), aMethod, b, bMethod);
        }
        if (b instanceof Expr.Convert convert) {
            return same(a, aMethod, convert.operand(), bMethod);
        }
        if (a instanceof Expr.Field first && b instanceof Expr.Field second) {
            return first.field().equals(second.field()) && same(first.object(), aMethod, second.object(), bMethod);
        }
        if (a instanceof Expr.Length first && b instanceof Expr.Length second) {
            return same(first.array(), aMethod, second.array(), bMethod);
        }
        Optional<BigInteger> value = number(a);
        return value.isPresent() && value.equals(number(b)) || a instanceof Expr.This && b instanceof Expr.This;
    }

    private static Optional<BigInteger> number(Expr e) {
        if (e instanceof Expr.Const constant) {
            return Optional.of(constant.value());
        }
        return e instanceof Expr.NamedConst constant ? Optional.of(constant.value()) : Optional.empty();
    }
}
