// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax.ast;

import vireo.generator.source.Span;

/** A part of a source text. Nodes are immutable and hold no meaning yet: names are text until they are resolved. */
public sealed interface Node
        permits Annotation, Annotation.Argument, CompilationUnit, CompilationUnit.Import, CompilationUnit.PackageName,
                EnumConstant, Expression, Member, Modifiers.Modifier, Parameter, Pattern, RecordComponent, Statement,
                Statement.CatchClause, Statement.Resource, SwitchCase, TypeName, TypeParameter, VariableDeclarator {

    /** The text from the node's first token to its last; comments around it are not part of it. */
    Span span();
}
