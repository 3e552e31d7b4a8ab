// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import vireo.generator.source.Span;

/**
 * Finds the part of javac's tree that a finding is about. javac reports at parts of its tree only, and many of these are not shown at
 * their start: a call, for instance, is shown at its dot.
 */
final class PlaceFinder extends TreeScanner<Void, Void> {
    private final SourcePositions positions;
    private final CompilationUnitTree unit;
    private long start;
    private Tree enclosing;
    private Tree starting;

    PlaceFinder(SourcePositions positions, CompilationUnitTree unit) {
        this.positions = positions;
        this.unit = unit;
    }

    /** The innermost part that starts where the span does, because that is shown there; failing that, the innermost around it. */
    Tree at(Span span) {
        start = span.start();
        enclosing = unit;
        starting = null;
        scan(unit, null);
        return starting != null ? starting : enclosing;
    }

    @Override
    public Void scan(Tree tree, Void nothing) {
        if (tree == null) {
            return null;
        }
        long from = positions.getStartPosition(unit, tree);
        long to = positions.getEndPosition(unit, tree);
        if (from <= start && start < to) {
            enclosing = tree;
            if (from == start) {
                starting = tree;
            }
        }
        return super.scan(tree, nothing);
    }
}
