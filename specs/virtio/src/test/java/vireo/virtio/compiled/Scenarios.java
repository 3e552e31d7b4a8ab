// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import java.util.LinkedHashMap;
import java.util.Map;

/** All scenarios, by what they say. */
final class Scenarios {
    private Scenarios() {}

    /** The scenarios that both lives play. */
    static Map<String, Scenario> all() {
        Map<String, Scenario> all = new LinkedHashMap<>();
        ProbeScenarios.addTo(all);
        TransferScenarios.addTo(all);
        PipelineScenarios.addTo(all);
        HostileScenarios.addTo(all);
        ShortageScenarios.addTo(all);
        RandomScenarios.addTo(all);
        BusScenarios.addTo(all);
        InterruptScenarios.addTo(all);
        HostileDeviceScenarios.addTo(all);
        return all;
    }

    /** Scenarios in which C asks the kernel for something that the JVM has by itself. */
    static Map<String, Scenario> compiledOnly() {
        Map<String, Scenario> some = new LinkedHashMap<>();
        ShortageScenarios.addCompiledOnlyTo(some);
        InterruptScenarios.addCompiledOnlyTo(some);
        return some;
    }
}
