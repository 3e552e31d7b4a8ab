// SPDX-License-Identifier: MIT OR GPL-2.0-only
package semantics;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Nullable;
import vireo.dsl.Probe;
import vireo.dsl.U8;

/** SEM-26, SEM-15, SEM-21: objects on the heap are ended once, whoever owns them when something fails. */
public final class Vessels {
    private Vessels() {}

    @Probe
    public static @U8 int filled(@U8 int content) throws DriverException {
        Jar jar = new Jar(content);
        return jar.empty();
    }

    @Probe
    public static @U8 int nested(@U8 int content, @U8 int own) throws DriverException {
        Pot pot = potted(content, own);
        @U8 int seen = pot.content();
        return (seen ^ pot.empty()) & 0xff;
    }

    @Probe
    private static Vessel jar(@U8 int content) throws DriverException {
        if (content == 8) {
            return new Urn();
        }
        return new Jar(content);
    }

    /** What throws has taken nothing over: the vessel is the caller's to end. */
    @Probe
    private static Pot potted(@U8 int content, @U8 int own) throws DriverException {
        Vessel inner = jar(content);
        try {
            return new Pot(inner, own);
        } catch (DriverException e) {
            inner.empty();
            throw e;
        }
    }

    /** The refused jar is ended here, the other one by the method that does not throw. */
    @Probe
    public static @U8 int ended(@U8 int content, @U8 int limit) throws DriverException {
        Vessel jar = jar(content);
        try {
            jar.emptyBelow(limit);
        } catch (DriverException e) {
            return jar.empty();
        }
        return 255;
    }

    @Probe
    public static @U8 int endedInside(@U8 int content, @U8 int own, @U8 int limit) throws DriverException {
        Pot pot = potted(content, own);
        try {
            pot.emptyBelow(limit);
        } catch (DriverException e) {
            return pot.empty();
        }
        return 255;
    }

    /** One is made, and where the other cannot be made it is ended. */
    @Probe
    public static @U8 int both(@U8 int first, @U8 int second) throws DriverException {
        Jar one = new Jar(first);
        Jar two;
        try {
            two = new Jar(second);
        } catch (DriverException e) {
            one.empty();
            throw e;
        }
        return (one.empty() + two.empty()) & 0xff;
    }

    private static @U8 int content(@Nullable Vessel vessel) {
        return vessel != null ? vessel.content() : 77;
    }

    @Probe
    public static @U8 int absent(@U8 int first, boolean there) throws DriverException {
        Jar jar = new Jar(first);
        @U8 int seen = content(there ? jar : null);
        if (seen == 3) {
            jar.empty();
            throw new DriverException(Errno.EINVAL);
        }
        return (seen + jar.empty()) & 0xff;
    }
}
