// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import vireo.dsl.jvm.Simulation;
import vireo.virtio.model.VirtioPciModel;

/** A machine with virtio disks on PCI bus 0, and a kernel that takes what the driver finds. */
final class PciMachine implements AutoCloseable, DeviceHandler {
    private static final long FIRST_BAR = 0x8_0000_0000L;

    private final Simulation machine;
    private final TreeMap<Integer, VirtioPciModel> models = new TreeMap<>();
    private final List<BlockUnit> attached = new ArrayList<>();
    private boolean nonsense;

    PciMachine() {
        this(Simulation.sequential());
    }

    PciMachine(Simulation machine) {
        this.machine = machine;
    }

    Simulation simulation() {
        return machine;
    }

    /** Puts a disk at device 4, function 0. */
    VirtioPciModel disk() {
        return disk(4 << 3);
    }

    /** Puts a disk at an address: device &lt;&lt; 3 | function. */
    VirtioPciModel disk(int address) {
        long bar = FIRST_BAR + address * 0x1_0000L;
        VirtioPciModel model = new VirtioPciModel(machine.deviceMemory(), bar);
        models.put(address, model);
        machine.pci().add(address, model.function(), model.interrupts());
        machine.addressMap().add("disk " + address, bar, VirtioPciModel.BAR_SIZE, model);
        return model;
    }

    /** Lets the driver find what there is on bus 0; the result is how many disks work. */
    long probe() {
        return probe(0);
    }

    /** Lets the driver find what there is on the buses up to this one. */
    long probe(int lastBus) {
        KernelServices kernel = new KernelServices(new KernelPhysMapper(machine.addressMap()), machine.arena(), null);
        return VirtioPci.probePciDevices(machine.pci(), lastBus, kernel, this);
    }

    @Override
    public void attachBlock(BlockUnit device) {
        attached.add(device);
    }

    @Override
    public void attachNetwork(NetworkUnit device) {
        throw new AssertionError("nobody plugged a network card in");
    }

    @Override
    public void attachConsole(ConsoleUnit device) {
        throw new AssertionError("nobody plugged a console in");
    }

    @Override
    public void attachEntropy(EntropyUnit device) {
        throw new AssertionError("nobody plugged a source of random bytes in");
    }

    /** Says that a device leads the driver astray, so that what reaches the device proves nothing about the driver. */
    void expectNonsense() {
        nonsense = true;
    }

    /** What the kernel has taken, in the order in which it was found. */
    List<BlockUnit> attached() {
        return attached;
    }

    /** The names of the disks that the kernel has taken. */
    List<String> names() {
        return attached.stream().map(device -> device.disk().name().toString()).toList();
    }

    /** The log's text. */
    String logged() {
        return machine.log().lines().toString();
    }

    /** What the driver did wrong. */
    List<String> violations() {
        return models.values().stream().flatMap(model -> model.violations().stream()).toList();
    }

    /** Releases the disks, and fails the test where the driver broke a rule or kept something. */
    @Override
    public void close() {
        List<String> problems = new ArrayList<>();
        for (BlockUnit device : attached) {
            device.release();
            if (device.regionsHeld() != 0) {
                problems.add(device.regionsHeld() + " regions were not given back");
            }
        }
        if (!nonsense) {
            problems.addAll(violations());
        }
        models.forEach((address, model) -> {
            if (model.function().masters()) {
                problems.add("released function " + address + " may still access memory");
            }
        });
        machine.close();
        if (!problems.isEmpty()) {
            throw new AssertionError("the driver broke the rules:\n  " + String.join("\n  ", problems));
        }
    }
}
