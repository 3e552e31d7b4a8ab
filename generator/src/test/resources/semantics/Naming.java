// SPDX-License-Identifier: MIT OR GPL-2.0-only
package semantics;

import vireo.dsl.DriverException;
import vireo.dsl.Probe;
import vireo.dsl.U8;

/** SEM-01, SEM-03: a name means what it means in Java, whatever the C calls its temporaries. */
public final class Naming {
    private Naming() {}

    @Probe
    public static int read(@U8 int a) throws DriverException {
        Gauge gauge = new Gauge(a);
        return gauge.end(gauge.read());
    }

    @Probe
    public static int around(@U8 int a) throws DriverException {
        Gauge gauge = new Gauge(a);
        return gauge.end(gauge.around());
    }

    @Probe
    public static int chained(@U8 int a) throws DriverException {
        Gauge gauge = new Gauge(a);
        return gauge.end(gauge.chained(a));
    }
}
