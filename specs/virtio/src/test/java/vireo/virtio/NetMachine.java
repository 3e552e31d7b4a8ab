// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import vireo.dsl.DriverException;
import vireo.dsl.Text;
import vireo.dsl.jvm.Simulation;
import vireo.virtio.model.NetModel;

/** A machine with one network card behind a transport without registers. Closing it shows that nothing was kept. */
final class NetMachine implements AutoCloseable {
    static final String NAME = "virtio-net at 00:04.0";

    private final Simulation machine;
    private final KernelDma dma;
    private final NetModel model;
    private final MockTransport transport;
    private VirtioNetDevice card;
    private boolean lost;

    NetMachine(Simulation machine) {
        this.machine = machine;
        this.dma = new KernelDma(machine.arena());
        this.model = new NetModel(machine.deviceMemory());
        this.transport = new MockTransport(machine, model);
    }

    NetMachine() {
        this(Simulation.sequential());
    }

    /** Makes the device a legacy one. */
    NetMachine legacy() {
        transport.asLegacy();
        model.features(NetModel.MAC | NetModel.STATUS | NetModel.ANY_LAYOUT);
        return this;
    }

    /** Brings the card up. */
    VirtioNetDevice open() throws DriverException {
        return open(NAME);
    }

    VirtioNetDevice open(String name) throws DriverException {
        card = new VirtioNetDevice(transport, dma, new PollingWait(transport), Text.format(name));
        return card;
    }

    Simulation simulation() {
        return machine;
    }

    KernelDma dma() {
        return dma;
    }

    NetModel model() {
        return model;
    }

    MockTransport transport() {
        return transport;
    }

    /** The log's text. */
    String logged() {
        return machine.log().lines().toString();
    }

    /** A frame whose bytes follow from its number. */
    static byte[] frame(int number, int length) {
        byte[] bytes = new byte[length];
        new Random(number * 31L + length).nextBytes(bytes);
        return bytes;
    }

    /** Releases the card. */
    void release() {
        if (card != null) {
            card.release();
            card = null;
            assertThat(transport.statusHistory()).as("a card is reset before its memory goes").endsWith(0);
        }
    }

    /** Says that the test has closed the simulation itself, and seen that memory was kept. */
    void expectLoss() {
        lost = true;
    }

    @Override
    public void close() {
        if (lost) {
            return;
        }
        release();
        assertThat(dma.held()).as("regions that were not given back").isZero();
        assertThat(transport.violations()).isEmpty();
        machine.close();
    }
}
