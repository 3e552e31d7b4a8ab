// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax;

import java.util.Optional;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.source.SourceFile;
import vireo.generator.syntax.ast.CompilationUnit;

/** Reads Java source text. Whatever the text is, the answer is a tree or VR100 findings, never an exception. */
public final class Parser {
    /** In UTF-16 units; a driver source is some thousand times smaller. */
    static final int MAX_LENGTH = 4_000_000;

    private Parser() {}

    /**
     * Parses one file.
     *
     * @param diagnostics receives every syntax error of the file, with the code VR100
     * @return the tree; empty where anything was reported
     */
    public static Optional<CompilationUnit> parse(SourceFile file, Diagnostics diagnostics) {
        SyntaxErrors errors = new SyntaxErrors(file, diagnostics);
        if (file.text().length() > MAX_LENGTH) {
            errors.report(errors.span(0, 0), "The file has " + file.text().length() + " characters, more than " + MAX_LENGTH + ".",
                    "Split it into several types.");
            return Optional.empty();
        }
        new CharacterCheck(file.text(), errors).run();
        try {
            return parse(file, errors);
        } catch (NestingLimit.TooDeep e) {
            errors.report(errors.span(e.token()), "The text is nested too deeply here.", "A deeply nested text cannot be reviewed either.",
                    "Split the expression or the blocks into named parts.");
        } catch (StackOverflowError e) {
            errors.report(errors.span(0, 0), "The text is nested too deeply.", "A deeply nested text cannot be reviewed either.",
                    "Split the deepest expression or the deepest blocks into named parts.");
        }
        return Optional.empty();
    }

    private static Optional<CompilationUnit> parse(SourceFile file, SyntaxErrors errors) {
        SourceTokens tokens = SourceTokens.of(file, errors);
        int reliableEnd = new BracketCheck(file, errors).run(tokens.code());
        JavaParser parser = new JavaParser(new CommonTokenStream(new ListTokenSource(tokens.code())));
        parser.removeErrorListeners();
        JavaParser.CompilationUnitContext tree;
        try {
            parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
            parser.setErrorHandler(new BailErrorStrategy());
            tree = parser.compilationUnit();
        } catch (ParseCancellationException e) {
            // SLL gives up on a few correct texts and on all wrong ones: LL decides, and recovers from errors to find the next.
            parser.reset();
            parser.getInterpreter().setPredictionMode(PredictionMode.LL);
            parser.setErrorHandler(new ErrorReporting(errors, reliableEnd));
            tree = parser.compilationUnit();
        }
        if (errors.count() > 0) {
            literals(tokens, errors);
            return Optional.empty();
        }
        CompilationUnit unit = new AstBuilder(file, errors, tokens.comments()).unit(tree);
        return errors.count() > 0 ? Optional.empty() : Optional.of(unit);
    }

    /** Judges the literals of a text that has no tree. */
    private static void literals(SourceTokens tokens, SyntaxErrors errors) {
        Literals literals = new Literals(errors);
        boolean minus = false;
        for (Token token : tokens.code()) {
            switch (token.getType()) {
                case JavaLexer.NUMBER -> literals.number(
                        token.getText(), minus && Literals.takesSign(token.getText()), errors.span(token));
                case JavaLexer.STRING -> literals.string(token.getText(), errors.span(token));
                case JavaLexer.CHARACTER -> literals.character(token.getText(), errors.span(token));
                default -> { }
            }
            minus = token.getType() == JavaLexer.SUB;
        }
    }
}
