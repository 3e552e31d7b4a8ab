// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import java.util.ArrayList;
import java.util.List;
import vireo.dsl.jvm.Simulation;
import vireo.virtio.model.NetModel;
import vireo.virtio.model.PciInterruptModel;
import vireo.virtio.model.TransportModel;
import vireo.virtio.model.VirtioLegacyPciModel;
import vireo.virtio.model.VirtioMmioModel;
import vireo.virtio.model.VirtioPciModel;

/** A kernel on a machine with one network card behind real registers. Closing it shows that nothing was kept. */
final class NetKernel implements DeviceHandler, AutoCloseable {
    /** What the card sits on. */
    enum Place {
        PCI, LEGACY_PCI, MMIO, LEGACY_MMIO;

        boolean isLegacy() {
            return this == LEGACY_PCI || this == LEGACY_MMIO;
        }
    }

    private static final int PCI_ADDRESS = 4 << 3;
    private static final int LINE = 11;
    private static final int PORT = 0xC000;
    private static final long BASE = 0x8_0000_0000L;

    private final Simulation machine;
    private final Place place;
    private final NetModel model;
    private final TransportModel transport;
    private NetworkUnit unit;

    /**
     * Puts a card in its place.
     *
     * @param vectors how many messages a PCI function can send; it has a line in any case
     */
    NetKernel(Simulation machine, Place place, int vectors) {
        this.machine = machine;
        this.place = place;
        this.model = new NetModel(machine.deviceMemory());
        if (place.isLegacy()) {
            model.features(NetModel.MAC | NetModel.STATUS | NetModel.ANY_LAYOUT);
        }
        this.transport = switch (place) {
            case PCI -> {
                VirtioPciModel pci = new VirtioPciModel(machine.deviceMemory(), BASE, model);
                machine.addressMap().add("card", BASE, VirtioPciModel.BAR_SIZE, pci);
                machine.pci().add(PCI_ADDRESS, pci.function(), wired(pci.interrupts(), vectors));
                yield pci;
            }
            case LEGACY_PCI -> {
                VirtioLegacyPciModel pci = new VirtioLegacyPciModel(machine.deviceMemory(), PORT, model);
                machine.addressMap().addPorts("card", PORT, VirtioLegacyPciModel.BAR_SIZE, pci);
                machine.pci().add(PCI_ADDRESS, pci.function(), wired(pci.interrupts(), vectors));
                yield pci;
            }
            case MMIO, LEGACY_MMIO -> {
                VirtioMmioModel mmio = new VirtioMmioModel(machine.deviceMemory(), model, place == Place.MMIO ? 2 : 1);
                machine.addressMap().add("card", BASE, VirtioMmioModel.SIZE, mmio.line(machine.interrupts(), LINE));
                yield mmio;
            }
        };
    }

    /** Lets the driver look for the card; the result is how many it finds. */
    long find(boolean interrupting) {
        KernelServices services = new KernelServices(
                new KernelPhysMapper(machine.addressMap()), machine.arena(), interrupting ? machine.interrupts() : null);
        return place == Place.PCI || place == Place.LEGACY_PCI
                ? VirtioPci.probePciDevices(machine.pci(), 0, services, this)
                : VirtioMmio.probeDevice(BASE, VirtioMmioModel.SIZE, LINE, services, this);
    }

    /** Finds the card. */
    VirtioNetDevice open(boolean interrupting) {
        if (find(interrupting) != 1) {
            throw new AssertionError("the card was not found: " + machine.log().lines());
        }
        return unit.network();
    }

    Simulation machine() {
        return machine;
    }

    NetModel model() {
        return model;
    }

    TransportModel transport() {
        return transport;
    }

    /** Lets the device work beside the driver, and sends back what the driver sends. */
    void loopBackBeside() {
        model.loopBack();
        model.workBeside();
        machine.concurrently(model::step);
    }

    /** Lets the link go up or down. */
    void setLink(boolean up) {
        model.status(up ? 1 : 0);
        transport.changeConfiguration();
        machine.interrupts().deliver();
    }

    @Override
    public void attachNetwork(NetworkUnit found) {
        unit = found;
    }

    @Override
    public void attachBlock(BlockUnit found) {
        throw new AssertionError("nobody plugged a disk in");
    }

    @Override
    public void attachConsole(ConsoleUnit found) {
        throw new AssertionError("nobody plugged a console in");
    }

    @Override
    public void attachEntropy(EntropyUnit found) {
        throw new AssertionError("nobody plugged a source of random bytes in");
    }

    @Override
    public void close() {
        List<String> problems = new ArrayList<>();
        if (unit != null) {
            unit.release();
            if (unit.regionsHeld() != 0) {
                problems.add(unit.regionsHeld() + " regions were not given back");
            }
        }
        problems.addAll(transport.violations());
        machine.close();
        if (!problems.isEmpty()) {
            throw new AssertionError("the driver broke the rules:\n  " + String.join("\n  ", problems));
        }
    }

    private PciInterruptModel wired(PciInterruptModel interrupts, int vectors) {
        return interrupts.table(machine.interrupts(), vectors).line(machine.interrupts(), LINE);
    }
}
