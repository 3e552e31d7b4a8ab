// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.TypeDecl;

/** Which memory or window each view of registers and structures was bound to: it is usable as long as that is owned. */
final class Views {
    private final Map<Place, Place> memory = new HashMap<>();

    /** The views that a method binds itself, and those that its object keeps since its constructor. */
    Views(MethodDecl method, Program program, Origins origins) {
        if (method.kind() != MethodDecl.Kind.STATIC && program.type(method.owner()).orElse(null) instanceof TypeDecl.ClassDecl owner) {
            owner.methods().stream().filter(m -> m.kind() == MethodDecl.Kind.CONSTRUCTOR).forEach(m -> fields(m, origins.definitions(m)));
        }
        Definitions definitions = origins.definitions(method);
        Statements.walk(method.body().orElse(List.of()), s -> {
            if (s instanceof Stmt.Bind bind) {
                definitions.place(bind.source()).ifPresent(source -> memory.put(Place.of(bind.result()), source));
            } else if (s instanceof Stmt.Slice slice) {
                definitions.place(slice.bytes()).flatMap(this::memoryOf).ifPresent(m -> memory.put(Place.of(slice.result()), m));
            }
        });
    }

    private void fields(MethodDecl constructor, Definitions definitions) {
        Statements.walk(constructor.body().orElse(List.of()), s -> {
            if (s instanceof Stmt.SetField f && f.object() instanceof Expr.This && f.field().isFinal()) {
                source(f.value(), definitions).filter(Views::isOfObject).ifPresent(m -> memory.put(Place.ofField(f.field()), m));
            }
        });
    }

    private static Optional<Place> source(Expr view, Definitions definitions) {
        if (!(view instanceof Expr.Get get)) {
            return Optional.empty();
        }
        List<Stmt> own = definitions.of(get.local());
        return own.size() == 1 && own.get(0) instanceof Stmt.Bind bind ? definitions.place(bind.source()) : Optional.empty();
    }

    private static boolean isOfObject(Place place) {
        return place.root().isEmpty() && !place.path().isEmpty();
    }

    Optional<Place> memoryOf(Place view) {
        return Optional.ofNullable(memory.get(view));
    }
}
