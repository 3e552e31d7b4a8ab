// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.ir.Program;
import vireo.generator.ir.Transcription;
import vireo.generator.ir.TypeDecl;
import vireo.generator.resolve.AnnotationCheck;
import vireo.generator.resolve.DslClasses;
import vireo.generator.resolve.SourceType;
import vireo.generator.resolve.Transcriptions;
import vireo.generator.resolve.World;
import vireo.generator.syntax.ast.CompilationUnit;

/** Resolves names and types of the driver's sources and lowers them to the IR. */
public final class Lowering {
    private Lowering() {}

    /**
     * Lowers the whole program.
     *
     * @param units all files, already checked to lie in the subset
     * @return empty where anything is reported, before or here; all findings of all files are reported
     */
    public static Optional<Program> lower(List<CompilationUnit> units, DslClasses dsl, Diagnostics diagnostics) {
        World world = new World(units, dsl, diagnostics);
        List<TypeDecl> types = new ArrayList<>();
        for (SourceType type : world.sources().all()) {
            if (type.kind() == SourceType.Kind.UNIT) {
                world.types().checkUnit(type);
                continue;
            }
            AnnotationCheck.check(type, world);
            types.add(new TypeLowering(world, type).lower());
        }
        List<Transcription> transcriptions = Transcriptions.read(world);
        world.implementations().ofDsl().forEach(type -> types.add(new PortInterface(world, type).lower()));
        new NameCollisions(world.findings()).check(types);
        if (!diagnostics.isEmpty()) {
            return Optional.empty();
        }
        Program program = new Program(types, transcriptions, world.types().unitLimits());
        IrVerifier.verify(program, diagnostics);
        return diagnostics.isEmpty() ? Optional.of(program) : Optional.empty();
    }
}
