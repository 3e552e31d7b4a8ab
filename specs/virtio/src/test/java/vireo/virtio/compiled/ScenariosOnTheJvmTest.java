// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vireo.dsl.DriverException;

/** The scenarios in the driver's first life alone, for a machine without compilers. */
class ScenariosOnTheJvmTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void theJvmPlays(String scenario) throws DriverException {
        assertThat(Machine.play(Scenarios.all().get(scenario), JvmDriver::new)).isNotEmpty();
    }

    static Stream<String> scenarios() {
        return Scenarios.all().keySet().stream();
    }
}
