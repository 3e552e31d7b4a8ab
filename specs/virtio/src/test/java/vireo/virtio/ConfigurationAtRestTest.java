// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vireo.dsl.Conforms;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.jvm.memory.DmaDeviceView;
import vireo.dsl.jvm.Simulation;
import vireo.virtio.model.BlockModel;
import vireo.virtio.model.ConsoleModel;
import vireo.virtio.model.DeviceModel;
import vireo.virtio.model.NetModel;

/** How often a configuration is read that changes while it is read: sixteen times, and not once more. */
class ConfigurationAtRestTest {
    /** Each reading asks for the generation before and after. */
    private static final int QUESTIONS_OF_A_READING = 2;

    private static final int READINGS = 16;

    /** What is read of a device's configuration. */
    private interface Reading {
        Object read(Transport transport) throws DriverException;
    }

    enum Configuration {
        DISK(memory -> new BlockModel(memory).capacity(77), transport -> BlkGeometry.read(transport, true)),
        CONSOLE(memory -> new ConsoleModel(memory).size(80, 25), transport -> ConsoleSize.read(transport, true)),
        CARD(NetModel::new, NetConfiguration::address);

        private final Function<DmaDeviceView, DeviceModel> device;
        private final Reading reading;

        Configuration(Function<DmaDeviceView, DeviceModel> device, Reading reading) {
            this.device = device;
            this.reading = reading;
        }
    }

    private final Simulation machine = Simulation.sequential();

    @AfterEach
    void nothingStaysMapped() {
        machine.close();
    }

    @ParameterizedTest
    @EnumSource
    @Conforms("drv.basic.cfg.3")
    void theLastReadingCountsAsMuchAsTheFirst(Configuration configuration) throws DriverException {
        MockTransport transport = new MockTransport(machine, configuration.device.apply(machine.deviceMemory()));
        Object atOnce = configuration.reading.read(transport);
        transport.churn(QUESTIONS_OF_A_READING * (READINGS - 1));
        assertThat(configuration.reading.read(transport)).isEqualTo(atOnce);
    }

    @ParameterizedTest
    @EnumSource
    void thereIsNoFurtherReading(Configuration configuration) {
        MockTransport transport = new MockTransport(machine, configuration.device.apply(machine.deviceMemory()));
        transport.churn(QUESTIONS_OF_A_READING * READINGS);
        Refusal.expect(Errno.EAGAIN, () -> configuration.reading.read(transport));
        assertThat(machine.log().lines().toString()).contains("device configuration keeps changing");
    }
}
