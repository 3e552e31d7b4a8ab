// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vireo.dsl.Conforms;
import vireo.dsl.DriverException;
import vireo.dsl.jvm.Simulation;
import vireo.virtio.NetKernel.Place;

/** A network card behind each of the transports, found as a kernel finds it, polled and with every kind of interrupt. */
class NetTransportsTest {
    @ParameterizedTest
    @EnumSource
    void aPolledCardExchangesFramesWithoutAnInterrupt(Place place) throws DriverException {
        try (NetKernel kernel = new NetKernel(Simulation.sequential(), place, 3)) {
            VirtioNetDevice card = kernel.open(false);
            assertExchanges(kernel, card);
            assertLinkGoesDownAndUp(kernel, card);
            assertThat(kernel.machine().interrupts().delivered()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"PCI, 3", "PCI, 2", "PCI, 1", "PCI, 0", "LEGACY_PCI, 3", "LEGACY_PCI, 2", "LEGACY_PCI, 1", "LEGACY_PCI, 0",
        "MMIO, 0", "LEGACY_MMIO, 0"})
    @Conforms("drv.net.cfg.6")
    void aCardThatInterruptsExchangesFramesAndReportsItsLink(Place place, int vectors) throws DriverException {
        try (NetKernel kernel = new NetKernel(Simulation.sequential(), place, vectors)) {
            VirtioNetDevice card = kernel.open(true);
            assertExchanges(kernel, card);
            assertThat(kernel.machine().interrupts().delivered()).isPositive();
            assertLinkGoesDownAndUp(kernel, card);
        }
    }

    @ParameterizedTest
    @EnumSource
    void sixteenFramesTakeOneAccess(Place place) throws DriverException {
        try (NetKernel kernel = new NetKernel(Simulation.sequential(), place, 3)) {
            VirtioNetDevice card = kernel.open(false);
            int doorbells = kernel.transport().doorbells();
            int accesses = kernel.transport().registerAccesses();
            for (int i = 0; i < 16; i++) {
                TransmitFrame frame = card.acquire();
                frame.bytes().copyFrom(0, NetMachine.frame(i, 1514), 0, 1514);
                card.submit(frame, 1514);
            }
            card.kick();
            card.drain();
            assertThat(kernel.transport().doorbells() - doorbells).isEqualTo(1);
            assertThat(kernel.transport().registerAccesses() - accesses).isEqualTo(1);
            assertThat(kernel.model().sent()).hasSize(16);
        }
    }

    @ParameterizedTest
    @CsvSource({"PCI, false", "PCI, true", "LEGACY_PCI, true", "MMIO, false", "LEGACY_MMIO, true"})
    void whicheverAllocationFailsTheRestIsGivenBack(Place place, boolean interrupting) {
        int failures = 0;
        for (boolean works = false; !works; failures++) {
            try (NetKernel kernel = new NetKernel(Simulation.sequential(), place, 3)) {
                kernel.machine().arena().failAllocationAfter(failures);
                works = kernel.find(interrupting) == 1;
            }
        }
        assertThat(failures - 1).as("a ring and buffers for each of two queues").isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"PCI, 3, 3", "PCI, 2, 2", "PCI, 1, 1", "LEGACY_PCI, 3, 3", "LEGACY_PCI, 0, 1", "MMIO, 0, 1"})
    void whicheverInterruptIsRefusedTheRestIsGivenBack(Place place, int vectors, int requests) {
        int failures = 0;
        for (boolean works = false; !works; failures++) {
            try (NetKernel kernel = new NetKernel(Simulation.sequential(), place, vectors)) {
                kernel.machine().interrupts().failRequestAfter(failures);
                works = kernel.find(true) == 1;
            }
        }
        assertThat(failures - 1).as("events, and the interrupts").isEqualTo(1 + requests);
    }

    /** Sends frames to a device that works beside the driver and sends them back, waiting for each; then a burst of them. */
    private static void assertExchanges(NetKernel kernel, VirtioNetDevice card) throws DriverException {
        assertThat(card.address().text().toString()).isEqualTo("52:54:00:12:34:56");
        kernel.loopBackBeside();
        for (int length : new int[] {60, 61, 300, 1514}) {
            card.send(NetMachine.frame(length, length), length);
            assertReceives(card, length, length);
        }
        for (int i = 0; i < NetQueue.MAX_BUFFERS; i++) {
            TransmitFrame frame = card.acquire();
            frame.bytes().copyFrom(0, NetMachine.frame(i, 60 + i), 0, 60 + i);
            card.submit(frame, 60 + i);
        }
        for (int i = NetQueue.MAX_BUFFERS; i < 100; i++) {
            card.send(NetMachine.frame(i, 60 + i), 60 + i);
        }
        for (int i = 0; i < 100; i++) {
            assertReceives(card, i, 60 + i);
        }
        assertThat(card.awaitFrame(1)).isFalse();
    }

    private static void assertLinkGoesDownAndUp(NetKernel kernel, VirtioNetDevice card) throws DriverException {
        for (boolean up : new boolean[] {false, true, false}) {
            assertThat(card.refresh()).isFalse();
            kernel.setLink(up);
            assertThat(card.refresh()).isTrue();
            assertThat(card.isLinkUp()).isEqualTo(up);
        }
    }

    private static void assertReceives(VirtioNetDevice card, int number, int length) throws DriverException {
        assertThat(card.awaitFrame(1000)).as("frame %d comes back", number).isTrue();
        byte[] received = new byte[1514];
        assertThat(card.receive(received)).isEqualTo(length);
        assertThat(Arrays.copyOf(received, length)).as("frame %d", number).isEqualTo(NetMachine.frame(number, length));
    }
}
