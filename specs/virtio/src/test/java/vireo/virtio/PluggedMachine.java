// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import vireo.dsl.jvm.Simulation;
import vireo.virtio.model.DeviceModel;
import vireo.virtio.model.PciInterruptModel;
import vireo.virtio.model.TransportModel;
import vireo.virtio.model.VirtioLegacyPciModel;
import vireo.virtio.model.VirtioMmioModel;
import vireo.virtio.model.VirtioPciModel;

/** A machine with one console or source of random bytes behind any transport, and a kernel that takes what is found. */
final class PluggedMachine implements AutoCloseable, DeviceHandler {
    /** What the device sits on. */
    enum Place { PCI, LEGACY_PCI, MMIO, LEGACY_MMIO }

    private static final int PCI_ADDRESS = 4 << 3;
    private static final int LINE = 11;
    private static final int PORT = 0xC000;
    private static final long BASE = 0x8_0000_0000L;

    private final Simulation machine;
    private final Place place;
    private final TransportModel transport;
    private ConsoleUnit console;
    private EntropyUnit entropy;

    /**
     * A machine that nobody has looked at.
     *
     * @param vectors of a PCI function's MSI-X; it has a line as well
     */
    PluggedMachine(Simulation machine, DeviceModel model, Place place, int vectors) {
        this.machine = machine;
        this.place = place;
        this.transport = switch (place) {
            case PCI -> {
                VirtioPciModel pci = new VirtioPciModel(machine.deviceMemory(), BASE, model);
                machine.addressMap().add("device", BASE, VirtioPciModel.BAR_SIZE, pci);
                machine.pci().add(PCI_ADDRESS, pci.function(), wired(pci.interrupts(), vectors));
                yield pci;
            }
            case LEGACY_PCI -> {
                VirtioLegacyPciModel pci = new VirtioLegacyPciModel(machine.deviceMemory(), PORT, model);
                machine.addressMap().addPorts("device", PORT, VirtioLegacyPciModel.BAR_SIZE, pci);
                machine.pci().add(PCI_ADDRESS, pci.function(), wired(pci.interrupts(), vectors));
                yield pci;
            }
            case MMIO, LEGACY_MMIO -> {
                VirtioMmioModel mmio = new VirtioMmioModel(machine.deviceMemory(), model, place == Place.MMIO ? 2 : 1)
                        .line(machine.interrupts(), LINE);
                machine.addressMap().add("device", BASE, VirtioMmioModel.SIZE, mmio);
                yield mmio;
            }
        };
    }

    /** Whether the place is one from before version 1.0. */
    static boolean isLegacy(Place place) {
        return place == Place.LEGACY_PCI || place == Place.LEGACY_MMIO;
    }

    /** Lets the driver find the device; the result is how many there are. */
    long probe(boolean interrupting) {
        KernelServices kernel = new KernelServices(
                new KernelPhysMapper(machine.addressMap()), machine.arena(), interrupting ? machine.interrupts() : null);
        return place == Place.PCI || place == Place.LEGACY_PCI
                ? VirtioPci.probePciDevices(machine.pci(), 0, kernel, this)
                : VirtioMmio.probeDevice(BASE, VirtioMmioModel.SIZE, LINE, kernel, this);
    }

    /** The device's side of the transport. */
    TransportModel transport() {
        return transport;
    }

    /** The console, which was found. */
    VirtioConsoleDevice console() {
        assertThat(console).as(machine.log().lines().toString()).isNotNull();
        return console.console();
    }

    /** The source of random bytes, which was found. */
    VirtioRngDevice source() {
        assertThat(entropy).as(machine.log().lines().toString()).isNotNull();
        return entropy.entropy();
    }

    @Override
    public void attachConsole(ConsoleUnit found) {
        console = found;
    }

    @Override
    public void attachEntropy(EntropyUnit found) {
        entropy = found;
    }

    @Override
    public void attachBlock(BlockUnit found) {
        throw new AssertionError("nobody plugged a disk in");
    }

    @Override
    public void attachNetwork(NetworkUnit found) {
        throw new AssertionError("nobody plugged a network card in");
    }

    /** Releases the device, and fails the test where the driver broke a rule or kept something. */
    @Override
    public void close() {
        if (console != null) {
            console.release();
            assertThat(console.regionsHeld()).isZero();
        }
        if (entropy != null) {
            entropy.release();
            assertThat(entropy.regionsHeld()).isZero();
        }
        assertThat(transport.violations()).isEmpty();
        machine.close();
    }

    private PciInterruptModel wired(PciInterruptModel interrupts, int vectors) {
        return interrupts.table(machine.interrupts(), vectors).line(machine.interrupts(), LINE);
    }
}
