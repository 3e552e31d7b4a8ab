// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax;

import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.CompilationUnit;
import vireo.generator.syntax.ast.Expression;
import vireo.generator.syntax.ast.Node;
import vireo.generator.syntax.ast.Statement;

/**
 * Refuses, by name, the constructs of Java that the driver subset leaves out: VR101. What can be seen only once names are resolved is
 * refused by later passes.
 */
public final class SubsetCheck extends AstWalker {
    static final String CODE = "VR101";

    private final Diagnostics diagnostics;
    private final DeclarationRules declarations = new DeclarationRules(this);
    private final StatementRules statements = new StatementRules(this);
    private final ExpressionRules expressions = new ExpressionRules(this);
    private final TypeRules types = new TypeRules(this);

    private SubsetCheck(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Reports every occurrence in one file. */
    public static void run(CompilationUnit unit, Diagnostics diagnostics) {
        new SubsetCheck(diagnostics).walk(unit);
    }

    @Override
    void visit(Node node) {
        if (node instanceof Expression expression) {
            expressions.check(expression);
        } else if (node instanceof Statement || node instanceof vireo.generator.syntax.ast.SwitchCase
                || node instanceof Statement.CatchClause) {
            statements.check(node);
        } else {
            declarations.check(node);
            types.check(node);
        }
    }

    /**
     * Refuses a construct.
     *
     * @param construct its name in the plural, or a clause that ends before "not part of the driver subset"
     * @param why one sentence
     * @param fix what to write instead
     */
    void refuse(Span where, String construct, String why, String fix) {
        diagnostics.report(Diagnostic.of(CODE, where, construct + " not part of the driver subset.", why, fix));
    }
}
