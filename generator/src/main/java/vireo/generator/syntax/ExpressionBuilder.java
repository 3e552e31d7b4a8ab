// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Expression;
import vireo.generator.syntax.ast.Expression.BinaryOperator;
import vireo.generator.syntax.ast.Expression.UnaryOperator;
import vireo.generator.syntax.ast.Member;
import vireo.generator.syntax.ast.Modifiers;
import vireo.generator.syntax.ast.Parameter;
import vireo.generator.syntax.ast.Pattern;
import vireo.generator.syntax.ast.Statement;
import vireo.generator.syntax.ast.TypeName;

/** Builds expressions. */
final class ExpressionBuilder extends JavaParserBaseVisitor<Expression> {
    private static final Map<String, BinaryOperator> BINARY =
            Stream.of(BinaryOperator.values()).collect(Collectors.toMap(BinaryOperator::symbol, o -> o));
    private static final Map<String, UnaryOperator> UNARY =
            Stream.of(UnaryOperator.values()).collect(Collectors.toMap(UnaryOperator::symbol, o -> o));

    private final AstBuilder ast;
    private final Literals literals;

    ExpressionBuilder(AstBuilder ast) {
        this.ast = ast;
        this.literals = new Literals(ast.errors());
    }

    Expression of(ParserRuleContext context) {
        return context.accept(this);
    }

    private Optional<Expression> some(ParserRuleContext context) {
        return Optional.of(of(context));
    }

    List<Expression> arguments(JavaParser.ArgumentsContext context) {
        return context == null ? List.of() : context.expression().stream().map(this::of).toList();
    }

    Expression initializer(JavaParser.InitializerValueContext context) {
        return context.arrayLiteral() != null ? arrayLiteral(context.arrayLiteral()) : of(context.expression());
    }

    private Expression.ArrayLiteral arrayLiteral(JavaParser.ArrayLiteralContext context) {
        return new Expression.ArrayLiteral(context.initializerValue().stream().map(this::initializer).toList(), ast.span(context));
    }

    @Override
    public Expression visitExpression(JavaParser.ExpressionContext context) {
        return of((ParserRuleContext) context.getChild(0));
    }

    @Override
    public Expression visitLambda(JavaParser.LambdaContext context) {
        Statement body = context.block() != null
                ? ast.statements().block(context.block())
                : new Statement.Evaluate(of(context.expression()), ast.span(context.expression()));
        JavaParser.LambdaParametersContext parameters = context.lambdaParameters();
        List<Parameter> built = parameters.formalParameters() != null
                ? ast.declarations().parameters(parameters.formalParameters())
                : parameters.identifier().stream()
                        .map(i -> new Parameter(Modifiers.NONE, TypeName.of("var", ast.span(i)), false, ast.name(i), ast.span(i),
                                ast.span(i)))
                        .toList();
        return new Expression.Lambda(built, body, ast.span(context));
    }

    @Override
    public Expression visitParenthesized(JavaParser.ParenthesizedContext context) {
        return of(context.expression());
    }

    @Override
    public Expression visitLiteralOperation(JavaParser.LiteralOperationContext context) {
        Token token = context.literal().getStart();
        Span span = ast.span(context);
        return switch (token.getType()) {
            case JavaLexer.NUMBER -> literals.number(token.getText(), false, span);
            case JavaLexer.STRING -> literals.string(token.getText(), span);
            case JavaLexer.TEXT_BLOCK -> literals.textBlock(token.getText(), span);
            case JavaLexer.CHARACTER -> literals.character(token.getText(), span);
            case JavaLexer.TRUE -> new Expression.BooleanLiteral(true, span);
            case JavaLexer.FALSE -> new Expression.BooleanLiteral(false, span);
            default -> new Expression.NullLiteral(span);
        };
    }

    @Override
    public Expression visitThisOperation(JavaParser.ThisOperationContext context) {
        return new Expression.This(Optional.empty(), ast.span(context));
    }

    @Override
    public Expression visitSuperOperation(JavaParser.SuperOperationContext context) {
        return new Expression.Super(Optional.empty(), ast.span(context));
    }

    @Override
    public Expression visitNameOperation(JavaParser.NameOperationContext context) {
        return new Expression.Name(ast.name(context.identifier()), ast.span(context));
    }

    @Override
    public Expression visitCallOperation(JavaParser.CallOperationContext context) {
        String name = context.identifier() != null ? ast.name(context.identifier()) : context.getStart().getText();
        return new Expression.Call(Optional.empty(), List.of(), name, ast.span(context.getStart()),
                arguments(context.arguments()), ast.span(context));
    }

    @Override
    public Expression visitPrimitiveClassLiteral(JavaParser.PrimitiveClassLiteralContext context) {
        return new Expression.ClassLiteral(
                ast.types().type(List.of(), context.primitiveType(), context.dimension(), ast.span(context)), ast.span(context));
    }

    @Override
    public Expression visitArrayClassLiteral(JavaParser.ArrayClassLiteralContext context) {
        return new Expression.ClassLiteral(
                ast.types().type(List.of(), context.classType(), context.dimension(), ast.span(context)), ast.span(context));
    }

    @Override
    public Expression visitTypeReference(JavaParser.TypeReferenceContext context) {
        Span target = new Span(ast.file(), AstBuilder.start(context), context.COLONCOLON().getSymbol().getStartIndex());
        return new Expression.MethodReference(target,
                context.NEW() != null ? "new" : ast.name(context.identifier()), ast.span(context));
    }

    @Override
    public Expression visitSwitchOperation(JavaParser.SwitchOperationContext context) {
        return new Expression.Switch(of(context.condition().expression()),
                ast.statements().cases(context.switchBody(), true), ast.span(context));
    }

    @Override
    public Expression visitNewOperation(JavaParser.NewOperationContext context) {
        return created(Optional.empty(), context.creator(), ast.span(context));
    }

    @Override
    public Expression visitInnerNew(JavaParser.InnerNewContext context) {
        return created(some(context.operation()), context.creator(), ast.span(context));
    }

    private Expression created(Optional<Expression> outer, JavaParser.CreatorContext context, Span span) {
        ParserRuleContext named = context.primitiveType() != null ? context.primitiveType() : context.classType();
        TypeName type = ast.types().type(context.annotation(), named, context.dimension(), ast.span(named));
        if (context.arguments() != null) {
            if (context.primitiveType() != null) {
                ast.errors().report(ast.span(context), "'" + type.name() + "' is no class: it has no objects.",
                        "Write the value itself, or brackets for an array.");
            }
            Optional<List<Member>> body = Optional.ofNullable(context.typeBody()).map(ast.declarations()::members);
            return new Expression.New(outer, type, arguments(context.arguments()), body, span);
        }
        if (context.arrayLiteral() != null) {
            return new Expression.NewArray(type, List.of(), Optional.of(arrayLiteral(context.arrayLiteral())), span);
        }
        List<Expression> lengths = context.lengthDimension().stream().map(d -> of(d.expression())).toList();
        return new Expression.NewArray(type.withDimensions(type.dimensions() + lengths.size()), lengths, Optional.empty(), span);
    }

    @Override
    public Expression visitMemberCall(JavaParser.MemberCallContext context) {
        boolean named = context.identifier() != null;
        return new Expression.Call(some(context.operation()), ast.types().arguments(context.typeArguments()),
                named ? ast.name(context.identifier()) : "super",
                named ? ast.span(context.identifier()) : ast.span(context.SUPER()),
                arguments(context.arguments()), ast.span(context));
    }

    @Override
    public Expression visitMemberAccess(JavaParser.MemberAccessContext context) {
        Span span = ast.span(context);
        if (context.CLASS() != null) {
            Span typeSpan = ast.span(context.operation());
            String name = context.operation().getText();
            if (!name.matches("[\\w.$]{1,200}")) {
                ast.errors().report(typeSpan, "'.class' follows the name of a type.", "Write the type's name before '.class'.");
            }
            return new Expression.ClassLiteral(TypeName.of(name, typeSpan), span);
        }
        Expression target = of(context.operation());
        if (context.THIS() != null) {
            return new Expression.This(Optional.of(target), span);
        }
        if (context.SUPER() != null) {
            return new Expression.Super(Optional.of(target), span);
        }
        return new Expression.FieldAccess(target, ast.name(context.identifier()), ast.span(context.identifier()), span);
    }

    @Override
    public Expression visitArrayAccess(JavaParser.ArrayAccessContext context) {
        return new Expression.ArrayAccess(of(context.operation()), of(context.expression()), ast.span(context));
    }

    @Override
    public Expression visitReference(JavaParser.ReferenceContext context) {
        return new Expression.MethodReference(ast.span(context.operation()),
                context.NEW() != null ? "new" : ast.name(context.identifier()), ast.span(context));
    }

    @Override
    public Expression visitPostfix(JavaParser.PostfixContext context) {
        return new Expression.Step(target(context.operation()), context.INC() != null, false, ast.span(context));
    }

    @Override
    public Expression visitPrefix(JavaParser.PrefixContext context) {
        Span span = ast.span(context);
        if (context.INC() != null || context.DEC() != null) {
            return new Expression.Step(target(context.operation()), context.INC() != null, true, span);
        }
        if (context.SUB() != null && context.operation() instanceof JavaParser.LiteralOperationContext literal
                && literal.literal().NUMBER() != null && Literals.takesSign(literal.getText())) {
            return literals.number(literal.getText(), true, span);
        }
        return new Expression.Unary(UNARY.get(context.getStart().getText()), of(context.operation()), span);
    }

    @Override
    public Expression visitCast(JavaParser.CastContext context) {
        return cast(context.type(), of(context.operation()), ast.span(context));
    }

    @Override
    public Expression visitCastLambda(JavaParser.CastLambdaContext context) {
        return cast(context.type(), of(context.lambda()), ast.span(context));
    }

    private Expression cast(List<JavaParser.TypeContext> types, Expression operand, Span span) {
        List<TypeName> built = types.stream().map(ast.types()::type).toList();
        return new Expression.Cast(built.get(0), built.subList(1, built.size()), operand, span);
    }

    @Override
    public Expression visitBinary(JavaParser.BinaryContext context) {
        Expression left = of(context.operation(0));
        Expression right = of(context.operation(1));
        StringBuilder symbol = new StringBuilder();
        Span place = null;
        for (ParseTree child : context.children) {
            if (child instanceof TerminalNode node) {
                Span next = ast.span(node);
                if (place != null && place.end() != next.start()) {
                    ast.errors().report(place.to(next), "The parts of a shift operator stand apart.", "Write >> or >>> without spaces.");
                }
                place = place == null ? next : place.to(next);
                symbol.append(node.getText());
            }
        }
        return new Expression.Binary(BINARY.get(symbol.toString()), left, right, place, ast.span(context));
    }

    @Override
    public Expression visitInstanceOf(JavaParser.InstanceOfContext context) {
        return new Expression.InstanceOf(of(context.operation()), Optional.ofNullable(context.type()).map(ast.types()::type),
                Optional.ofNullable(context.pattern()).map(this::pattern), ast.span(context));
    }

    @Override
    public Expression visitConditional(JavaParser.ConditionalContext context) {
        ParserRuleContext otherwise = context.lambda() != null ? context.lambda() : context.operation(1);
        if (otherwise instanceof JavaParser.AssignmentContext) {
            ast.errors().report(ast.span(otherwise), "An assignment behind ':' needs parentheses.",
                    "Assign the value of the whole conditional, or put the assignment in parentheses.");
        }
        return new Expression.Conditional(of(context.operation(0)), of(context.expression()), of(otherwise), ast.span(context));
    }

    @Override
    public Expression visitAssignment(JavaParser.AssignmentContext context) {
        Expression target = target(context.operation());
        Expression value = of(context.expression());
        String symbol = context.assignmentOperator().getText();
        if (symbol.equals("=")) {
            return new Expression.Assign(target, value, ast.span(context));
        }
        return new Expression.CompoundAssign(BINARY.get(symbol.substring(0, symbol.length() - 1)), target, value,
                ast.span(context.assignmentOperator()), ast.span(context));
    }

    private Expression target(JavaParser.OperationContext context) {
        Expression target = of(context);
        if (!(target instanceof Expression.Name || target instanceof Expression.FieldAccess
                || target instanceof Expression.ArrayAccess)) {
            ast.errors().report(target.span(), "This is no variable: nothing can be assigned to it.",
                    "Assign to a local variable, a field or an array's element.");
        }
        return target;
    }

    Pattern pattern(JavaParser.PatternContext context) {
        Span span = ast.span(context);
        if (context instanceof JavaParser.TypePatternContext p) {
            return new Pattern.OfType(ast.types().modifiers(p.modifier()), ast.types().type(p.type()), ast.name(p.identifier()),
                    ast.span(p.identifier()), span);
        }
        JavaParser.RecordPatternContext p = (JavaParser.RecordPatternContext) context;
        return new Pattern.OfRecord(ast.types().type(p.type()), p.pattern().stream().map(this::pattern).toList(),
                Optional.ofNullable(p.identifier()).map(ast::name), span);
    }
}
