// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.Node;
import vireo.generator.flow.value.MethodValues;
import vireo.generator.flow.value.State;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.source.Span;

/** The subject of a switch can have the value of each case. */
final class Vr117Case implements MethodCheck {
    private final Program program;

    Vr117Case(Program program) {
        this.program = program;
    }

    @Override
    public String code() {
        return "VR117";
    }

    @Override
    public void run(MethodValues values, Findings findings) {
        // By place: a switch of a cleanup stands on several ways, and a case has its use where one of them may need it.
        Map<Span, Optional<Diagnostic>> found = new LinkedHashMap<>();
        for (Node node : values.cfg().reversePostOrder()) {
            Optional<State> state = values.before(node);
            if (state.isPresent() && node.kind() == Node.Kind.SWITCH && node.statement().orElseThrow() instanceof Stmt.Switch choice
                    && choice.subject().type() instanceof Type.Int) {
                Point point = new Point(program, values, state.get(), findings);
                choice.cases().forEach(one -> one.values().forEach(value -> found.merge(value.span(), impossible(choice.subject(), value, point),
                        (first, second) -> first.isEmpty() ? first : second)));
            }
        }
        found.values().forEach(one -> one.ifPresent(findings::report));
    }

    private Optional<Diagnostic> impossible(Expr subject, Expr value, Point point) {
        Expr test = new Expr.Binary(Expr.BinaryOp.EQ, Expr.Overflow.EXACT, subject, value, new Type.Bool(), value.span());
        if (point.values().assume(point.state(), test, true).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(Diagnostic.of(code(), value.span(),
                "'" + Phrases.source(subject) + "' never has the value of this case.",
                "A case that never comes is superfluous, or it names another value than was meant.",
                "Name the value that was meant, or delete the case.").withFacts(point.facts(subject)));
    }
}
