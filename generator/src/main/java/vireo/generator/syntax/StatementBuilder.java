// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Comment;
import vireo.generator.syntax.ast.Expression;
import vireo.generator.syntax.ast.Modifiers;
import vireo.generator.syntax.ast.Pattern;
import vireo.generator.syntax.ast.Statement;
import vireo.generator.syntax.ast.SwitchCase;
import vireo.generator.syntax.ast.TypeName;

/** Builds statements, with the comments in their places. */
final class StatementBuilder extends JavaParserBaseVisitor<Statement> {
    private final AstBuilder ast;

    StatementBuilder(AstBuilder ast) {
        this.ast = ast;
    }

    Statement.Block block(JavaParser.BlockContext context) {
        return new Statement.Block(
                statements(context.statement(), AstBuilder.start(context) + 1, context.getStop().getStartIndex(), true),
                ast.span(context));
    }

    /**
     * @param start where comments of the first statement may begin
     * @param end where those of the last one end
     * @param takesRest comments behind the last statement belong to the list too
     */
    private List<Statement> statements(List<? extends ParserRuleContext> contexts, int start, int end, boolean takesRest) {
        List<Statement> statements = new ArrayList<>();
        int previous = start;
        for (int i = 0; i < contexts.size(); i++) {
            int limit = i + 1 < contexts.size() ? AstBuilder.start(contexts.get(i + 1)) : end;
            Statement statement = contexts.get(i).accept(this);
            Span span = statement.span();
            remarks(ast.comments().take(previous, span.end()), statements);
            List<Comment> trailing = ast.comments().takeTrailing(span.end(), limit);
            boolean block = ast.file().text().charAt(span.end() - 1) == '}';
            if (!block) {
                remarks(trailing, statements);
            }
            statements.add(statement);
            if (block) {
                remarks(trailing, statements);
            }
            previous = span.end();
        }
        if (takesRest) {
            remarks(ast.comments().take(previous, end), statements);
        }
        return statements;
    }

    private static void remarks(List<Comment> comments, List<Statement> statements) {
        comments.forEach(c -> statements.add(new Statement.Remark(c, c.span())));
    }

    private Statement of(ParserRuleContext context) {
        return context.accept(this);
    }

    private Expression expression(JavaParser.ExpressionContext context) {
        return ast.expressions().of(context);
    }

    private Expression condition(JavaParser.ConditionContext context) {
        return expression(context.expression());
    }

    @Override
    public Statement visitBlockStatement(JavaParser.BlockStatementContext context) {
        return block(context.block());
    }

    @Override
    public Statement visitEmptyStatement(JavaParser.EmptyStatementContext context) {
        return new Statement.Empty(ast.span(context));
    }

    @Override
    public Statement visitIfStatement(JavaParser.IfStatementContext context) {
        return new Statement.If(condition(context.condition()), of(context.statement(0)),
                Optional.ofNullable(context.statement(1)).map(this::of), ast.span(context));
    }

    @Override
    public Statement visitWhileStatement(JavaParser.WhileStatementContext context) {
        return new Statement.While(condition(context.condition()), of(context.statement()), ast.span(context));
    }

    @Override
    public Statement visitDoStatement(JavaParser.DoStatementContext context) {
        return new Statement.DoWhile(of(context.statement()), condition(context.condition()), ast.span(context));
    }

    @Override
    public Statement visitForEachStatement(JavaParser.ForEachStatementContext context) {
        return new Statement.ForEach(ast.types().modifiers(context.modifier()), ast.types().type(context.type()),
                ast.name(context.identifier()), ast.span(context.identifier()), expression(context.expression()),
                of(context.statement()), ast.span(context));
    }

    @Override
    public Statement visitForStatement(JavaParser.ForStatementContext context) {
        List<Statement> initialization = new ArrayList<>();
        JavaParser.ForInitializationContext first = context.forInitialization();
        if (first != null && first.localVariable() != null) {
            initialization.add(localVariable(first.localVariable(), ast.span(first)));
        } else if (first != null) {
            expressions(first.expressionList()).forEach(e -> initialization.add(evaluate(e, e.span())));
        }
        List<Expression> update = expressions(context.expressionList());
        update.forEach(e -> evaluate(e, e.span()));
        return new Statement.For(initialization, Optional.ofNullable(context.expression()).map(this::expression),
                update, of(context.statement()), ast.span(context));
    }

    private List<Expression> expressions(JavaParser.ExpressionListContext context) {
        return context == null ? List.of() : context.expression().stream().map(this::expression).toList();
    }

    @Override
    public Statement visitSwitchStatement(JavaParser.SwitchStatementContext context) {
        return new Statement.Switch(condition(context.condition()), cases(context.switchBody(), false), ast.span(context));
    }

    /**
     * The cases of a switch.
     *
     * @param yields an expression behind an arrow is the switch's value
     */
    List<SwitchCase> cases(JavaParser.SwitchBodyContext context, boolean yields) {
        List<SwitchCase> cases = new ArrayList<>();
        int previous = AstBuilder.start(context) + 1;
        List<JavaParser.SwitchGroupContext> groups = context.switchGroup();
        for (int i = 0; i < groups.size(); i++) {
            int end = i + 1 < groups.size() ? AstBuilder.start(groups.get(i + 1)) : context.getStop().getStartIndex();
            cases.add(group(groups.get(i), previous, end, i + 1 == groups.size(), yields));
            previous = cases.get(i).span().end();
        }
        return cases;
    }

    private SwitchCase group(JavaParser.SwitchGroupContext context, int previous, int end, boolean last, boolean yields) {
        boolean arrow = context instanceof JavaParser.ArrowGroupContext;
        List<JavaParser.SwitchLabelContext> labels = arrow
                ? List.of(((JavaParser.ArrowGroupContext) context).switchLabel())
                : ((JavaParser.ColonGroupContext) context).switchLabel();
        List<Expression> values = new ArrayList<>();
        List<Pattern> patterns = new ArrayList<>();
        Expression guard = null;
        boolean isDefault = false;
        for (JavaParser.SwitchLabelContext label : labels) {
            isDefault |= label.DEFAULT() != null;
            for (JavaParser.CaseItemContext item : label.caseItem()) {
                isDefault |= item.DEFAULT() != null;
                if (item.pattern() != null) {
                    patterns.add(ast.expressions().pattern(item.pattern()));
                } else if (item.operation() != null) {
                    values.add(ast.expressions().of(item.operation()));
                }
            }
            guard = label.operation() == null ? guard : ast.expressions().of(label.operation());
        }
        Span labelSpan = ast.span(labels.get(0)).to(ast.span(labels.get(labels.size() - 1)));
        List<Statement> body;
        if (context instanceof JavaParser.ArrowGroupContext a) {
            // Comments before the labels come first: the arrow's only statement takes all of them.
            ParserRuleContext only = a.block() != null ? a.block() : a.throwOrValue();
            yieldsValue = yields;
            body = statements(List.of(only), previous, end, last);
        } else {
            body = statements(((JavaParser.ColonGroupContext) context).statement(), previous, end, last);
        }
        return new SwitchCase(values, patterns, Optional.ofNullable(guard), isDefault, arrow, body, labelSpan, ast.span(context));
    }

    /** Whether the arrow that is built next belongs to a switch expression. */
    private boolean yieldsValue;

    @Override
    public Statement visitBlock(JavaParser.BlockContext context) {
        return block(context);
    }

    @Override
    public Statement visitThrowOrValue(JavaParser.ThrowOrValueContext context) {
        boolean yields = yieldsValue;
        Expression value = expression(context.expression());
        if (context.THROW() != null) {
            return new Statement.Throw(value, ast.span(context));
        }
        return yields ? new Statement.Yield(value, ast.span(context)) : evaluate(value, ast.span(context));
    }

    @Override
    public Statement visitTryStatement(JavaParser.TryStatementContext context) {
        List<Statement.Resource> resources = context.resources() == null
                ? List.of()
                : context.resources().resource().stream().map(this::resource).toList();
        Statement.Block body = block(context.block(0));
        List<Statement.CatchClause> catches = context.catchClause().stream().map(this::catchClause).toList();
        Optional<Statement.Block> cleanup = Optional.ofNullable(context.block(1)).map(this::block);
        if (resources.isEmpty() && catches.isEmpty() && cleanup.isEmpty()) {
            ast.errors().report(ast.span(context.TRY()), "This 'try' has neither resources nor 'catch' nor 'finally'.",
                    "Add what it is for, or remove the 'try' around the statements.");
        }
        return new Statement.Try(resources, body, catches, cleanup, ast.span(context));
    }

    private Statement.Resource resource(JavaParser.ResourceContext context) {
        Span span = ast.span(context);
        if (context.type() == null) {
            return new Statement.Resource(Optional.empty(), Optional.of(expression(context.expression())), span);
        }
        TypeName type = ast.types().type(context.type());
        var declarator = new vireo.generator.syntax.ast.VariableDeclarator(ast.name(context.identifier()),
                ast.span(context.identifier()), type, Optional.of(expression(context.expression())),
                ast.span(context.identifier()).to(ast.span(context.expression())));
        return new Statement.Resource(Optional.of(new Statement.LocalVariable(
                ast.types().modifiers(context.modifier()), type, List.of(declarator), span)), Optional.empty(), span);
    }

    private Statement.CatchClause catchClause(JavaParser.CatchClauseContext context) {
        return new Statement.CatchClause(ast.types().modifiers(context.modifier()),
                context.type().stream().map(ast.types()::type).toList(), ast.name(context.identifier()),
                ast.span(context.identifier()), block(context.block()), ast.span(context));
    }

    @Override
    public Statement visitReturnStatement(JavaParser.ReturnStatementContext context) {
        return new Statement.Return(Optional.ofNullable(context.expression()).map(this::expression), ast.span(context));
    }

    @Override
    public Statement visitThrowStatement(JavaParser.ThrowStatementContext context) {
        return new Statement.Throw(expression(context.expression()), ast.span(context));
    }

    @Override
    public Statement visitBreakStatement(JavaParser.BreakStatementContext context) {
        return new Statement.Break(Optional.ofNullable(context.identifier()).map(ast::name), ast.span(context));
    }

    @Override
    public Statement visitContinueStatement(JavaParser.ContinueStatementContext context) {
        return new Statement.Continue(Optional.ofNullable(context.identifier()).map(ast::name), ast.span(context));
    }

    @Override
    public Statement visitSynchronizedStatement(JavaParser.SynchronizedStatementContext context) {
        return new Statement.Synchronized(condition(context.condition()), block(context.block()), ast.span(context));
    }

    @Override
    public Statement visitAssertStatement(JavaParser.AssertStatementContext context) {
        return new Statement.Assert(expression(context.expression(0)),
                Optional.ofNullable(context.expression(1)).map(this::expression), ast.span(context));
    }

    @Override
    public Statement visitYieldStatement(JavaParser.YieldStatementContext context) {
        return new Statement.Yield(expression(context.expression()), ast.span(context));
    }

    @Override
    public Statement visitLabeledStatement(JavaParser.LabeledStatementContext context) {
        return new Statement.Labeled(ast.name(context.identifier()), ast.span(context.identifier()), of(context.statement()),
                ast.span(context));
    }

    @Override
    public Statement visitLocalTypeStatement(JavaParser.LocalTypeStatementContext context) {
        Span span = ast.span(context);
        return new Statement.LocalType(
                ast.declarations().type(context.modifier(), context.typeDefinition(), span, span.start(), span.end()), span);
    }

    @Override
    public Statement visitLocalVariableStatement(JavaParser.LocalVariableStatementContext context) {
        return localVariable(context.localVariable(), ast.span(context));
    }

    private Statement localVariable(JavaParser.LocalVariableContext context, Span span) {
        Modifiers modifiers = ast.types().modifiers(context.modifier());
        TypeName type = ast.types().type(context.type());
        return new Statement.LocalVariable(modifiers, type, ast.declarations().declarators(type, context.variableDeclarator()), span);
    }

    @Override
    public Statement visitExpressionStatement(JavaParser.ExpressionStatementContext context) {
        return evaluate(expression(context.expression()), ast.span(context));
    }

    private Statement evaluate(Expression expression, Span span) {
        boolean effect = expression instanceof Expression.Call || expression instanceof Expression.New
                || expression instanceof Expression.Assign || expression instanceof Expression.CompoundAssign
                || expression instanceof Expression.Step;
        if (!effect) {
            ast.errors().report(expression.span(), "This expression is not a statement: its value goes nowhere.",
                    "Assign it, return it, or call something with it.");
        }
        return new Statement.Evaluate(expression, span);
    }
}
