// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import vireo.dsl.jvm.memory.DmaDeviceView;
import vireo.virtio.model.DeviceModel;
import vireo.virtio.model.TransportModel;

/** A free place of a machine, for one device. */
record Plug(Machine machine, Bus bus, Wiring wiring) {
    private static final int SLOT = 5;
    private static final long HURRIED_NANOSECONDS = 100_000_000;
    private static final long LATE_NANOSECONDS = 7_000;

    /** The driver's memory, as devices see it. */
    DmaDeviceView memory() {
        return machine.driver().memory();
    }

    /** Plugs a device in that answers a little late. */
    TransportModel plug(DeviceModel device) {
        return plug(SLOT, device);
    }

    /** Plugs another device in, one slot further. */
    TransportModel plugNext(DeviceModel device) {
        return plug(SLOT + 1, device);
    }

    private TransportModel plug(int slot, DeviceModel device) {
        return machine.plugs().plug(
                bus, slot, wiring, new LateDevice(device, machine.simulation().clock(), LATE_NANOSECONDS));
    }

    /** The number of the device's line. */
    long line() {
        return machine.plugs().line(SLOT);
    }

    /** Lets the driver find it. */
    <T extends Unit> T open(Class<T> type) {
        return open(SLOT, type);
    }

    /** Lets the driver find the other device, which is not on PCI. */
    <T extends Unit> T openNext(Class<T> type) {
        return open(SLOT + 1, type);
    }

    private <T extends Unit> T open(int slot, Class<T> type) {
        if (wiring != Wiring.POLLED) {
            machine.driver().useInterrupts();
        }
        long line = wiring == Wiring.LINE ? machine.plugs().line(slot) : -1;
        long found = bus.isPci() ? machine.probe() : machine.probeMmio(Plugs.mmioAddress(slot), 0x200, line);
        assertThat(found).as("devices that work; the log says %s", machine.logged()).isEqualTo(1);
        return machine.the(type);
    }

    /** Lets the device's configuration change, and say so. */
    void changeConfiguration(TransportModel transport) {
        transport.changeConfiguration();
        machine.simulation().interrupts().deliver();
    }

    /** Lets the clock run ahead, so that a driver that polls in vain gives up after few looks. */
    void hurry() {
        if (wiring == Wiring.POLLED) {
            machine.simulation().concurrently(() -> machine.simulation().clock().advance(HURRIED_NANOSECONDS));
        }
    }

    /** That the driver waited as it was told to: by interrupts, or by none. */
    void check() {
        long delivered = machine.simulation().interrupts().delivered();
        if (wiring == Wiring.POLLED) {
            assertThat(delivered).as("interrupts of a device that is polled").isZero();
        } else {
            assertThat(delivered).as("interrupts").isPositive();
        }
    }
}
