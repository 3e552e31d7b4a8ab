// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.resolve.DslMethod;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Expression;

/** Lowers log lines and formatted texts, and holds their formats against their arguments (VR113). */
final class Logs {
    private static final String WHY =
            "A format that does not fit its arguments prints garbage, or reads memory that is not there.";

    private final Code code;
    private final MethodParts parts;

    Logs(Code code, MethodParts parts) {
        this.code = code;
        this.parts = parts;
    }

    Expr lower(DslMethod method, Expression.Call e, CallUse use) {
        if (e.arguments().isEmpty() || !(e.arguments().get(0) instanceof Expression.StringLiteral literal)) {
            Span at = e.arguments().isEmpty() ? e.span() : e.arguments().get(0).span();
            code.findings()
                    .report(
                            "VR113",
                            at,
                            "the format is no literal",
                            WHY,
                            "Write the format as one string literal, and the values as arguments.");
            return new Expr.Erroneous(e.span());
        }
        Optional<Expression> character = e.arguments().stream().filter(Logs::isCharacter).findFirst();
        if (character.isPresent()) {
            code.findings()
                    .report(
                            "VR113",
                            character.get().span(),
                            "a character is no argument of a format",
                            "Java would pass it as a character, which no format of the dsl prints, and C as a number.",
                            "Write it into the format itself.");
            return new Expr.Erroneous(e.span());
        }
        List<Expr> arguments = parts.calls()
                .lowerArguments(e.arguments().subList(1, e.arguments().size()));
        if (arguments.stream().anyMatch(a -> a.type() instanceof Type.Erroneous)) {
            return new Expr.Erroneous(e.span());
        }
        Optional<String> format = cFormat(literal, arguments, e);
        if (format.isEmpty()) {
            return new Expr.Erroneous(e.span());
        }
        if (method.name().equals("format")) {
            return code.effect(
                    method.result(),
                    "text",
                    use.to(),
                    e.span(),
                    local -> new Stmt.Format(local, format.get(), arguments, e.span()));
        }
        Stmt.Level level = Stmt.Level.valueOf(method.name().toUpperCase(Locale.ROOT));
        code.add(new Stmt.Log(level, format.get(), arguments, e.span()));
        return new Expr.Const(BigInteger.ZERO, new Type.Void(), e.span());
    }

    /** Whether Java takes an argument for a character; where it chooses between two things, either is enough to ask. */
    private static boolean isCharacter(Expression e) {
        if (e instanceof Expression.Conditional choice) {
            return isCharacter(choice.then()) || isCharacter(choice.otherwise());
        }
        return e instanceof Expression.CharLiteral;
    }

    private Optional<String> cFormat(Expression.StringLiteral literal, List<Expr> arguments, Expression.Call e) {
        LogFormat format = LogFormat.parse(literal.value());
        if (format.error().isPresent()) {
            return wrong(
                    literal.span(),
                    format.error().get(),
                    "Use %d, %u, %x, %s and %%, with a width and zero padding for numbers.");
        }
        if (format.directives().size() != arguments.size()) {
            return wrong(
                    literal.span(),
                    "the format has " + format.directives().size() + " directives, and " + arguments.size()
                            + " values are given",
                    "Give one value for each directive.");
        }
        List<Boolean> isLong = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Expr argument = arguments.get(i);
            char directive = format.directives().get(i);
            boolean number = argument.type() instanceof Type.Int;
            boolean text = argument.type() instanceof Type.Enum
                    || argument.type() instanceof Type.Errno
                    || argument.type() instanceof Type.Foreign f && f.name().endsWith(".Text");
            if (directive == 's' ? !text : !number) {
                return wrong(
                        argument.span(),
                        "%" + directive + " does not print " + vireo.generator.resolve.TypeText.of(argument.type()),
                        directive == 's'
                                ? "Use %d, %u or %x for a number; %s prints a Text, an enum or an Errno."
                                : "Use %s for a Text, an enum or an Errno; numbers are int or long.");
            }
            isLong.add(argument.type() instanceof Type.Int n && n.java() == Type.Java.LONG);
        }
        return Optional.of(format.inC(isLong));
    }

    private Optional<String> wrong(Span at, String what, String fix) {
        code.findings().report("VR113", at, what, WHY, fix);
        return Optional.empty();
    }
}
