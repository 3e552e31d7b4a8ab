// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Comment;
import vireo.generator.syntax.ast.Documentation;
import vireo.generator.syntax.ast.EnumConstant;
import vireo.generator.syntax.ast.Expression;
import vireo.generator.syntax.ast.Member;
import vireo.generator.syntax.ast.Modifiers;
import vireo.generator.syntax.ast.Parameter;
import vireo.generator.syntax.ast.RecordComponent;
import vireo.generator.syntax.ast.Statement;
import vireo.generator.syntax.ast.TypeDeclaration;
import vireo.generator.syntax.ast.TypeName;
import vireo.generator.syntax.ast.VariableDeclarator;

/** Builds types and their members. */
final class DeclarationBuilder {
    private final AstBuilder ast;

    DeclarationBuilder(AstBuilder ast) {
        this.ast = ast;
    }

    /**
     * @param previous the end of what stands before the declaration
     * @param limit the start of what follows it
     */
    TypeDeclaration type(
            List<JavaParser.ModifierContext> modifierContexts,
            JavaParser.TypeDefinitionContext context,
            Span span,
            int previous,
            int limit) {
        Documentation own = ast.comments().takeFor(previous, new Span(ast.file(), span.start(), span.start() + 1), span.start());
        Modifiers modifiers = ast.types().modifiers(modifierContexts);
        if (context instanceof JavaParser.ClassDefinitionContext c) {
            return new TypeDeclaration.ClassType(modifiers, ast.name(c.identifier()), ast.span(c.identifier()),
                    ast.types().parameters(c.typeParameters()),
                    Optional.ofNullable(c.type()).map(ast.types()::type),
                    c.IMPLEMENTS() == null ? List.of() : ast.types().list(c.typeList(0)),
                    c.PERMITS() == null ? List.of() : ast.types().list(c.typeList(c.typeList().size() - 1)),
                    members(c.typeBody()), rest(own, span, limit), span);
        }
        if (context instanceof JavaParser.RecordDefinitionContext r) {
            return new TypeDeclaration.RecordType(modifiers, ast.name(r.identifier()), ast.span(r.identifier()),
                    ast.types().parameters(r.typeParameters()), components(r.recordHeader()),
                    ast.types().list(r.typeList()), members(r.typeBody()), rest(own, span, limit), span);
        }
        if (context instanceof JavaParser.InterfaceDefinitionContext i) {
            return new TypeDeclaration.InterfaceType(modifiers, ast.name(i.identifier()), ast.span(i.identifier()),
                    ast.types().parameters(i.typeParameters()),
                    i.EXTENDS() == null ? List.of() : ast.types().list(i.typeList(0)),
                    i.PERMITS() == null ? List.of() : ast.types().list(i.typeList(i.typeList().size() - 1)),
                    members(i.typeBody()), rest(own, span, limit), span);
        }
        if (context instanceof JavaParser.EnumDefinitionContext e) {
            return new TypeDeclaration.EnumType(modifiers, ast.name(e.identifier()), ast.span(e.identifier()),
                    constants(e.enumBody()), ast.types().list(e.typeList()),
                    members(e.enumBody().member(), AstBuilder.start(e.enumBody()), e.enumBody().RBRACE().getSymbol().getStartIndex()),
                    rest(own, span, limit), span);
        }
        JavaParser.AnnotationDefinitionContext a = (JavaParser.AnnotationDefinitionContext) context;
        return new TypeDeclaration.AnnotationType(modifiers, ast.name(a.identifier()), ast.span(a.identifier()),
                members(a.typeBody()), rest(own, span, limit), span);
    }

    /** Adds the comments inside the type that no member has taken, and those behind it. */
    private Documentation rest(Documentation own, Span span, int limit) {
        List<Comment> comments = new ArrayList<>(own.comments());
        comments.addAll(ast.comments().take(span.start(), span.end()));
        comments.addAll(ast.comments().takeTrailing(span.end(), limit));
        return comments.isEmpty() && own.javadoc().isEmpty() ? Documentation.NONE : new Documentation(own.javadoc(), comments);
    }

    private List<RecordComponent> components(JavaParser.RecordHeaderContext context) {
        List<RecordComponent> components = new ArrayList<>();
        int previous = AstBuilder.start(context) + 1;
        List<JavaParser.RecordComponentContext> contexts = context.recordComponent();
        for (int i = 0; i < contexts.size(); i++) {
            JavaParser.RecordComponentContext c = contexts.get(i);
            Span span = ast.span(c);
            int limit = i + 1 < contexts.size() ? AstBuilder.start(contexts.get(i + 1)) : context.getStop().getStartIndex();
            Modifiers modifiers = ast.types().modifiers(c.modifier());
            TypeName type = ast.types().type(c.type());
            boolean varargs = c.ELLIPSIS() != null;
            Documentation documentation = ast.comments().takeFor(previous, span, limit);
            components.add(new RecordComponent(modifiers, varargs ? type.withDimensions(type.dimensions() + 1) : type, varargs,
                    ast.name(c.identifier()), ast.span(c.identifier()), documentation, span));
            previous = span.end();
        }
        return components;
    }

    private List<EnumConstant> constants(JavaParser.EnumBodyContext context) {
        List<EnumConstant> constants = new ArrayList<>();
        int previous = AstBuilder.start(context) + 1;
        List<JavaParser.EnumConstantContext> contexts = context.enumConstant();
        for (int i = 0; i < contexts.size(); i++) {
            JavaParser.EnumConstantContext c = contexts.get(i);
            Span span = ast.span(c);
            int limit = i + 1 < contexts.size() ? AstBuilder.start(contexts.get(i + 1)) : context.RBRACE().getSymbol().getStartIndex();
            List<Expression> arguments = ast.expressions().arguments(c.arguments());
            Optional<List<Member>> body = Optional.ofNullable(c.typeBody()).map(this::members);
            constants.add(new EnumConstant(new Modifiers(List.of(), ast.types().annotations(c.annotation())),
                    ast.name(c.identifier()), ast.span(c.identifier()), arguments, body,
                    ast.comments().takeFor(previous, span, limit), span));
            previous = span.end();
        }
        return constants;
    }

    List<Member> members(JavaParser.TypeBodyContext context) {
        return members(context.member(), AstBuilder.start(context) + 1, context.getStop().getStartIndex());
    }

    private List<Member> members(List<JavaParser.MemberContext> contexts, int start, int end) {
        List<Member> members = new ArrayList<>();
        int previous = start;
        for (int i = 0; i < contexts.size(); i++) {
            int limit = i + 1 < contexts.size() ? AstBuilder.start(contexts.get(i + 1)) : end;
            JavaParser.MemberContext context = contexts.get(i);
            if (!(context instanceof JavaParser.EmptyMemberContext)) {
                members.add(member(context, previous, limit));
            }
            previous = context.getStop().getStopIndex() + 1;
        }
        return members;
    }

    private Member member(JavaParser.MemberContext context, int previous, int limit) {
        Span span = ast.span(context);
        if (context instanceof JavaParser.NestedTypeContext nested) {
            return type(nested.modifier(), nested.typeDefinition(), span, previous, limit);
        }
        if (context instanceof JavaParser.InitializerContext initializer) {
            Modifiers modifiers = ast.types().modifiers(initializer.modifier());
            Statement.Block body = ast.statements().block(initializer.block());
            boolean isStatic = modifiers.has(Modifiers.Keyword.STATIC);
            if (modifiers.modifiers().size() > (isStatic ? 1 : 0) || !modifiers.annotations().isEmpty()) {
                ast.errors().report(span, "An initializer has no modifier but 'static'.",
                        "Remove the others; if this is to be a method, give it a result type, a name and parameters.");
            }
            return new Member.Initializer(isStatic, body, ast.comments().takeFor(previous, span, limit), span);
        }
        if (context instanceof JavaParser.ConstructorContext c) {
            Statement.Block body = ast.statements().block(c.block());
            return new Member.Constructor(ast.types().modifiers(c.modifier()), ast.types().parameters(c.typeParameters()),
                    ast.name(c.identifier()), ast.span(c.identifier()), false, parameters(c.formalParameters()),
                    thrown(c.throwsClause()), body, ast.comments().takeFor(previous, span, limit), span);
        }
        if (context instanceof JavaParser.CompactConstructorContext c) {
            Statement.Block body = ast.statements().block(c.block());
            return new Member.Constructor(ast.types().modifiers(c.modifier()), List.of(), ast.name(c.identifier()),
                    ast.span(c.identifier()), true, List.of(), List.of(), body,
                    ast.comments().takeFor(previous, span, limit), span);
        }
        if (context instanceof JavaParser.MethodContext m) {
            return method(m, span, previous, limit);
        }
        JavaParser.FieldContext f = (JavaParser.FieldContext) context;
        TypeName type = ast.types().type(f.type());
        List<VariableDeclarator> declarators = declarators(type, f.variableDeclarator());
        return new Member.Field(ast.types().modifiers(f.modifier()), type, declarators,
                ast.comments().takeFor(previous, span, limit), span);
    }

    private Member.Method method(JavaParser.MethodContext m, Span span, int previous, int limit) {
        Modifiers before = ast.types().modifiers(m.modifier());
        // Annotations behind type parameters speak of the result's type, as those before it do.
        List<vireo.generator.syntax.ast.Annotation> annotations = new ArrayList<>(before.annotations());
        annotations.addAll(ast.types().annotations(m.annotation()));
        TypeName result = ast.types().type(m.type());
        Optional<Statement.Block> body = Optional.ofNullable(m.block()).map(ast.statements()::block);
        return new Member.Method(new Modifiers(before.modifiers(), annotations), ast.types().parameters(m.typeParameters()),
                result.withDimensions(result.dimensions() + m.dimension().size()),
                ast.name(m.identifier()), ast.span(m.identifier()), parameters(m.formalParameters()), thrown(m.throwsClause()),
                body, Optional.ofNullable(m.elementValue()).map(ast.types()::value),
                ast.comments().takeFor(previous, span, limit), span);
    }

    private List<TypeName> thrown(JavaParser.ThrowsClauseContext context) {
        return context == null ? List.of() : ast.types().list(context.typeList());
    }

    List<Parameter> parameters(JavaParser.FormalParametersContext context) {
        return context.formalParameter().stream().map(this::parameter).toList();
    }

    private Parameter parameter(JavaParser.FormalParameterContext context) {
        TypeName type = ast.types().type(context.type());
        boolean varargs = context.ELLIPSIS() != null;
        boolean receiver = context.THIS() != null;
        TypeName whole = type.withDimensions(type.dimensions() + context.dimension().size() + (varargs ? 1 : 0));
        return new Parameter(ast.types().modifiers(context.modifier()), whole, varargs,
                receiver ? "this" : ast.name(context.identifier()),
                receiver ? ast.span(context.THIS()) : ast.span(context.identifier()), ast.span(context));
    }

    List<VariableDeclarator> declarators(TypeName type, List<JavaParser.VariableDeclaratorContext> contexts) {
        return contexts.stream()
                .map(d -> new VariableDeclarator(ast.name(d.identifier()), ast.span(d.identifier()),
                        type.withDimensions(type.dimensions() + d.dimension().size()),
                        Optional.ofNullable(d.initializerValue()).map(ast.expressions()::initializer), ast.span(d)))
                .toList();
    }
}
