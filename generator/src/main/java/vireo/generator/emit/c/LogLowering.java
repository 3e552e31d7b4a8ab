// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CInt;
import vireo.generator.emit.c.tree.CType;
import vireo.generator.ir.CNames;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/** Log lines and texts: the author's format, with the length that each argument has in C. */
final class LogLowering {
    private static final Pattern CONVERSION = Pattern.compile("%(0?\\d*)(?:ll|l)?([dux])|%s|%%");

    private final ProgramFacts facts;
    private final ExpressionLowering expressions;

    LogLowering(ProgramFacts facts, ExpressionLowering expressions) {
        this.facts = facts;
        this.expressions = expressions;
    }

    CExpr log(Stmt.Log l) {
        List<CExpr> arguments = new ArrayList<>();
        arguments.add(new CExpr.Symbol("VIREO_LOG_" + l.level()));
        formatted(l.format(), l.arguments(), arguments);
        return CExpr.call("vireo_log", arguments, CExpr.Effect.ANY);
    }

    CExpr format(CExpr text, Stmt.Format f) {
        CExpr characters = new CExpr.Member(text, false, "s", "");
        List<CExpr> arguments = new ArrayList<>(List.of(characters, new CExpr.SizeOf(characters)));
        formatted(f.format(), f.arguments(), arguments);
        return CExpr.call("vireo_format", arguments, CExpr.Effect.ANY);
    }

    private void formatted(String format, List<Expr> values, List<CExpr> arguments) {
        StringBuilder adjusted = new StringBuilder();
        List<CExpr> lowered = new ArrayList<>();
        Matcher matcher = CONVERSION.matcher(format);
        int next = 0;
        while (matcher.find()) {
            if (matcher.group().equals("%%")) {
                matcher.appendReplacement(adjusted, "%%");
                continue;
            }
            Expr argument = values.get(next++);
            if (matcher.group().equals("%s")) {
                matcher.appendReplacement(adjusted, "%s");
                lowered.add(text(argument));
            } else {
                CValue number = number(argument, matcher.group(2));
                boolean unsigned = !number.integer().signed() && matcher.group(2).equals("d");
                String length = number.integer().bits() == 64 ? "ll" : "";
                matcher.appendReplacement(adjusted, "%" + matcher.group(1) + length + (unsigned ? "u" : matcher.group(2)));
                lowered.add(number.expr());
            }
        }
        matcher.appendTail(adjusted);
        arguments.add(new CExpr.Text(adjusted.toString()));
        arguments.addAll(lowered);
    }

    /** Java prints %u and %x of a negative number at the width of its own type. */
    private CValue number(Expr argument, String conversion) {
        CValue v = expressions.lower(argument);
        boolean negative = !TypeMapping.isMask(argument.type()) && !Mathematics.nonNegative(expressions.interval(argument));
        if (conversion.equals("d")) {
            return v;
        }
        int carrier = ((Type.Int) argument.type()).java().bits();
        return negative ? Conversions.exactly(v, CInt.unsigned(Math.max(32, carrier))) : v;
    }

    private CExpr text(Expr argument) {
        CExpr value = expressions.lower(argument).expr();
        if (argument.type() instanceof Type.Enum e) {
            return CExpr.call(CNames.type(e.name()) + "_name", List.of(value), CExpr.Effect.NONE);
        }
        if (argument.type() instanceof Type.Errno) {
            return CExpr.call("vireo_errno_name", List.of(value), CExpr.Effect.NONE);
        }
        CType type = expressions.types().of(argument.type());
        return new CExpr.Member(value, type.pointers() > 0, "s", "");
    }
}
