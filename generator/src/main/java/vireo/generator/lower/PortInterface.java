// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.TypeDecl;
import vireo.generator.resolve.DslMethod;
import vireo.generator.resolve.DslType;
import vireo.generator.resolve.TypeText;
import vireo.generator.resolve.World;
import vireo.generator.source.SourceFile;
import vireo.generator.source.Span;

/** An interface of the dsl that driver classes implement and the kernel calls: an interface without a source of the driver's. */
final class PortInterface {
    private final World world;
    private final DslType type;
    private final Span at;

    PortInterface(World world, DslType type) {
        this.world = world;
        this.type = type;
        this.at = new Span(SourceFile.of(type.name(), ""), 0, 0);
    }

    TypeDecl.InterfaceDecl lower() {
        return new TypeDecl.InterfaceDecl(
                type.name(),
                type.linear(),
                Optional.of(type.structTag()),
                List.of(),
                type.contract().stream().map(this::method).toList(),
                world.implementations().of(type.name()),
                "",
                at);
    }

    /** What an implementation shares with it: {@code interrupt(long)}. */
    static String signature(DslMethod method) {
        return method.name() + "("
                + method.parameters().stream().map(p -> TypeText.plain(p.type())).collect(Collectors.joining(",")) + ")";
    }

    private MethodDecl method(DslMethod declared) {
        List<Local> parameters = new ArrayList<>();
        for (DslMethod.DslParameter p : declared.parameters()) {
            parameters.add(new Local(
                    parameters.size(),
                    p.name(),
                    p.type(),
                    p.moves() ? Local.Kind.MOVED_PARAMETER : Local.Kind.PARAMETER,
                    at));
        }
        return new MethodDecl(
                type.name() + "." + signature(declared),
                type.name(),
                declared.name(),
                MethodDecl.Kind.INSTANCE,
                false,
                parameters,
                declared.result(),
                declared.throwing(),
                declared.movesReceiver(),
                declared.discardable(),
                false,
                Optional.empty(),
                "",
                at);
    }
}
