// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import java.util.LinkedHashMap;
import java.util.Map;

/** All scenarios, by what they say. */
final class BlockScenarios {
    private BlockScenarios() {}

    /** The scenarios that both lives play. */
    static Map<String, BlockScenario> all() {
        Map<String, BlockScenario> all = new LinkedHashMap<>();
        ProbeScenarios.addTo(all);
        TransferScenarios.addTo(all);
        PipelineScenarios.addTo(all);
        HostileScenarios.addTo(all);
        ShortageScenarios.addTo(all);
        RandomScenarios.addTo(all);
        return all;
    }

    /** Scenarios in which C asks the kernel for something that the JVM has by itself. */
    static Map<String, BlockScenario> compiledOnly() {
        Map<String, BlockScenario> some = new LinkedHashMap<>();
        ShortageScenarios.addCompiledOnlyTo(some);
        return some;
    }
}
