// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Protocol;
import vireo.generator.ir.Type;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Statement;

/**
 * A method or constructor of the driver: its signature, resolved, and its body, not yet.
 *
 * @param parameters their ids are their positions
 * @param finalParameters the names of those that are declared final
 * @param body empty for an abstract method
 * @param nameSpan what a finding about the method as a whole points at
 * @param protocol what it means to the device
 */
public record MethodSymbol(
        SourceType owner,
        String name,
        MethodDecl.Kind kind,
        boolean isPrivate,
        List<Local> parameters,
        Set<String> finalParameters,
        Type result,
        boolean throwing,
        boolean movesReceiver,
        boolean discardable,
        boolean probe,
        Optional<Statement.Block> body,
        String doc,
        Span nameSpan,
        Span span,
        Protocol protocol) {

    /** Unique in the program: {@code vireo.virtio.VirtQueue.add(int,long)}. */
    public String key() {
        return owner.name() + "." + signature();
    }

    /** The part of the key that an implementation shares with its interface: {@code add(int,long)}. */
    public String signature() {
        return name + "("
                + parameters.stream().map(p -> TypeText.plain(p.type())).collect(Collectors.joining(",")) + ")";
    }

    /** Whether a call needs a receiver. */
    public boolean isInstance() {
        return kind == MethodDecl.Kind.INSTANCE;
    }
}
