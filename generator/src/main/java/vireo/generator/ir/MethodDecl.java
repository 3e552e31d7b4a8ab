// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.ir;

import java.util.List;
import java.util.Optional;
import vireo.generator.source.Span;

/**
 * A method or constructor.
 *
 * @param key unique in the program: {@code vireo.virtio.VirtQueue.add(int,long)}; constructors are named {@code <init>}
 * @param result {@link Type.Void} for a constructor
 * @param throwing declares DriverException: returns 0 or a negative errno in C
 * @param movesReceiver the receiver is consumed
 * @param discardable its result may be ignored
 * @param body empty for an abstract method
 * @param protocol what it means to the device
 */
public record MethodDecl(
        String key,
        String owner,
        String name,
        Kind kind,
        boolean isPrivate,
        List<Local> parameters,
        Type result,
        boolean throwing,
        boolean movesReceiver,
        boolean discardable,
        boolean probe,
        Optional<List<Stmt>> body,
        String doc,
        Span span,
        Protocol protocol) {

    /** A method that means nothing to the device. */
    public MethodDecl(String key, String owner, String name, Kind kind, boolean isPrivate, List<Local> parameters, Type result,
            boolean throwing, boolean movesReceiver, boolean discardable, boolean probe, Optional<List<Stmt>> body, String doc, Span span) {
        this(key, owner, name, kind, isPrivate, parameters, result, throwing, movesReceiver, discardable, probe, body, doc, span,
                Protocol.NONE);
    }

    public enum Kind {
        INSTANCE,
        STATIC,
        CONSTRUCTOR
    }
}
