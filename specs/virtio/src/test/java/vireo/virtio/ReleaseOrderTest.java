// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vireo.dsl.Conforms;
import vireo.dsl.Deadline;
import vireo.dsl.DriverException;
import vireo.dsl.Text;
import vireo.dsl.jvm.Simulation;
import vireo.dsl.jvm.memory.DmaDeviceView;
import vireo.virtio.model.BlockModel;
import vireo.virtio.model.ConsoleModel;
import vireo.virtio.model.DeviceModel;
import vireo.virtio.model.NetModel;
import vireo.virtio.model.RngModel;

/** A device is stopped before anything that it may still use is taken away. */
class ReleaseOrderTest {
    enum Device {
        DISK(BlockModel::new) {
            @Override
            Runnable open(Transport transport, WaitPolicy waiting, DmaRegionProvider dma) throws DriverException {
                return new VirtioBlkDevice(transport, dma, waiting, NAME)::release;
            }

            @Override
            Runnable openUnit(Transport transport, WaitPolicy waiting, KernelServices kernel) throws DriverException {
                return new BlockUnit(transport, waiting, kernel, NAME)::release;
            }
        },
        CARD(NetModel::new) {
            @Override
            Runnable open(Transport transport, WaitPolicy waiting, DmaRegionProvider dma) throws DriverException {
                return new VirtioNetDevice(transport, dma, waiting, NAME)::release;
            }

            @Override
            Runnable openUnit(Transport transport, WaitPolicy waiting, KernelServices kernel) throws DriverException {
                return new NetworkUnit(transport, waiting, kernel, NAME)::release;
            }
        },
        CONSOLE(ConsoleModel::new) {
            @Override
            Runnable open(Transport transport, WaitPolicy waiting, DmaRegionProvider dma) throws DriverException {
                return new VirtioConsoleDevice(transport, dma, waiting, NAME)::release;
            }

            @Override
            Runnable openUnit(Transport transport, WaitPolicy waiting, KernelServices kernel) throws DriverException {
                return new ConsoleUnit(transport, waiting, kernel, NAME)::release;
            }
        },
        ENTROPY(RngModel::new) {
            @Override
            Runnable open(Transport transport, WaitPolicy waiting, DmaRegionProvider dma) throws DriverException {
                return new VirtioRngDevice(transport, dma, waiting, NAME)::release;
            }

            @Override
            Runnable openUnit(Transport transport, WaitPolicy waiting, KernelServices kernel) throws DriverException {
                return new EntropyUnit(transport, waiting, kernel, NAME)::release;
            }
        };

        private static final Text NAME = Text.format("device");

        private final Function<DmaDeviceView, DeviceModel> model;

        Device(Function<DmaDeviceView, DeviceModel> model) {
            this.model = model;
        }

        /** Opens the device alone; what is returned releases it. */
        abstract Runnable open(Transport transport, WaitPolicy waiting, DmaRegionProvider dma) throws DriverException;

        /** Opens the device with all that belongs to it; what is returned releases it. */
        abstract Runnable openUnit(Transport transport, WaitPolicy waiting, KernelServices kernel) throws DriverException;
    }

    private final Simulation machine = Simulation.sequential();
    private final Journal journal = new Journal();

    @AfterEach
    void nothingIsLeftBehind() {
        machine.close();
    }

    @ParameterizedTest
    @EnumSource
    @Conforms("drv.basic.cleanup.2")
    void aDeviceIsResetBeforeItsMemoryGoes(Device device) throws DriverException {
        DmaRegionProvider dma = journal.of(DmaRegionProvider.class, new KernelDma(machine.arena()));
        Transport transport = transport(device);
        Runnable release = device.open(transport, new PollingWait(transport), dma);
        long allocated = journal.take().stream().filter(call -> call.startsWith("allocate")).count();
        release.run();
        List<String> calls = journal.take();
        assertThat(calls.get(0)).isEqualTo("reset()");
        assertThat(calls.subList(1, calls.size())).hasSize((int) allocated).containsOnly("release(DmaRegion)");
    }

    @ParameterizedTest
    @EnumSource
    void thenItsInterruptsAndThenItsRegisters(Device device) throws DriverException {
        Transport transport = transport(device);
        WaitPolicy waiting = named(new PollingWait(transport));
        KernelServices kernel = new KernelServices(new KernelPhysMapper(machine.addressMap()), machine.arena(), null);
        Runnable release = device.openUnit(transport, waiting, kernel);
        journal.take();
        release.run();
        assertThat(journal.take()).containsExactly("reset()", "the interrupts", "release()");
    }

    private Transport transport(Device device) {
        return journal.of(Transport.class, new MockTransport(machine, device.model.apply(machine.deviceMemory())));
    }

    /** Says by another word than the transport's that it is released. */
    private WaitPolicy named(WaitPolicy waiting) {
        return new WaitPolicy() {
            @Override
            public void connect(int queues) throws DriverException {
                waiting.connect(queues);
            }

            @Override
            public void pause(VirtQueue queue, int index, Deadline deadline) {
                waiting.pause(queue, index, deadline);
            }

            @Override
            public boolean mayHaveChanged() {
                return waiting.mayHaveChanged();
            }

            @Override
            public void release() {
                waiting.release();
                journal.note("the interrupts");
            }
        };
    }
}
