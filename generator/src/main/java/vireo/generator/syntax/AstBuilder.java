// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import vireo.generator.source.SourceFile;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Annotation;
import vireo.generator.syntax.ast.CompilationUnit;
import vireo.generator.syntax.ast.TypeDeclaration;

/** Turns a parse tree without errors into an AST; what the grammar accepts beyond Java is refused here. */
final class AstBuilder {
    private final SourceFile file;
    private final SyntaxErrors errors;
    private final CommentShelf comments;
    private final TypeBuilder types;
    private final ExpressionBuilder expressions;
    private final StatementBuilder statements;
    private final DeclarationBuilder declarations;

    AstBuilder(SourceFile file, SyntaxErrors errors, List<Token> comments) {
        this.file = file;
        this.errors = errors;
        this.comments = new CommentShelf(file, comments);
        types = new TypeBuilder(this);
        expressions = new ExpressionBuilder(this);
        statements = new StatementBuilder(this);
        declarations = new DeclarationBuilder(this);
    }

    SourceFile file() {
        return file;
    }

    SyntaxErrors errors() {
        return errors;
    }

    CommentShelf comments() {
        return comments;
    }

    TypeBuilder types() {
        return types;
    }

    ExpressionBuilder expressions() {
        return expressions;
    }

    StatementBuilder statements() {
        return statements;
    }

    DeclarationBuilder declarations() {
        return declarations;
    }

    CompilationUnit unit(JavaParser.CompilationUnitContext context) {
        Optional<CompilationUnit.PackageName> packageName = Optional.ofNullable(context.packageDeclaration()).map(this::packageName);
        List<CompilationUnit.Import> imports = context.importDeclaration().stream().map(this::importOf).toList();
        List<TypeDeclaration> built = new ArrayList<>();
        List<JavaParser.TypeDeclarationContext> contexts = context.typeDeclaration();
        int previous = endOfHead(context);
        var header = comments.take(0, previous);
        for (int i = 0; i < contexts.size(); i++) {
            int limit = i + 1 < contexts.size() ? start(contexts.get(i + 1)) : file.text().length();
            built.add(declarations.type(
                    contexts.get(i).modifier(), contexts.get(i).typeDefinition(), span(contexts.get(i)), previous, limit));
            previous = contexts.get(i).getStop().getStopIndex() + 1;
        }
        var rest = new ArrayList<>(header);
        rest.addAll(comments.take(0, file.text().length()));
        return new CompilationUnit(file, packageName, imports, built, rest, new Span(file, 0, file.text().length()));
    }

    /** The end of the package declaration and the imports; comments and Javadoc behind it speak of the first type. */
    private int endOfHead(JavaParser.CompilationUnitContext context) {
        int end = 0;
        if (context.packageDeclaration() != null) {
            end = context.packageDeclaration().getStop().getStopIndex() + 1;
        }
        if (!context.importDeclaration().isEmpty()) {
            end = context.importDeclaration(context.importDeclaration().size() - 1).getStop().getStopIndex() + 1;
        }
        return end;
    }

    private CompilationUnit.PackageName packageName(JavaParser.PackageDeclarationContext context) {
        List<Annotation> annotations = types.annotations(context.annotation());
        return new CompilationUnit.PackageName(name(context.qualifiedName()), annotations, span(context.qualifiedName()));
    }

    private CompilationUnit.Import importOf(JavaParser.ImportDeclarationContext context) {
        return new CompilationUnit.Import(
                name(context.qualifiedName()), context.STATIC() != null, context.MUL() != null, span(context));
    }

    String name(JavaParser.QualifiedNameContext context) {
        return String.join(".", context.identifier().stream().map(this::name).toList());
    }

    String name(JavaParser.IdentifierContext context) {
        if (context.UNDERSCORE() != null) {
            errors.report(span(context), "'_' alone is no name.", "Choose a name.");
        }
        return Literals.identifier(context.getText());
    }

    Span span(ParserRuleContext context) {
        return new Span(file, start(context), context.getStop().getStopIndex() + 1);
    }

    Span span(TerminalNode node) {
        return span(node.getSymbol());
    }

    Span span(Token token) {
        return new Span(file, token.getStartIndex(), token.getStopIndex() + 1);
    }

    static int start(ParserRuleContext context) {
        return context.getStart().getStartIndex();
    }
}
