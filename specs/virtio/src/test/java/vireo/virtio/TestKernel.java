// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import java.util.ArrayList;
import java.util.List;
import vireo.dsl.jvm.Simulation;
import vireo.virtio.model.TransportModel;

/** A kernel on a simulated machine that takes the disks that are found, and looks after what is left behind. */
final class TestKernel implements AutoCloseable, DeviceHandler {
    private final Simulation machine;
    private final List<TransportModel> models = new ArrayList<>();
    private final List<BlockUnit> disks = new ArrayList<>();
    private boolean nonsense;

    TestKernel() {
        this(Simulation.sequential());
    }

    TestKernel(Simulation machine) {
        this.machine = machine;
    }

    Simulation machine() {
        return machine;
    }

    /** Holds the driver to the rules that a device knows. */
    <T extends TransportModel> T watch(T model) {
        models.add(model);
        return model;
    }

    /** Says that a device leads the driver astray, so that what reaches the device proves nothing about the driver. */
    void expectNonsense() {
        nonsense = true;
    }

    /** What a kernel gives that has no interrupts. */
    KernelServices polling() {
        return new KernelServices(mapper(), machine.arena(), null);
    }

    /** What a kernel gives that delivers interrupts. */
    KernelServices interrupting() {
        return new KernelServices(mapper(), machine.arena(), machine.interrupts());
    }

    PhysMapper mapper() {
        return new KernelPhysMapper(machine.addressMap());
    }

    /** The disks, in the order in which they were found. */
    List<BlockUnit> disks() {
        return disks;
    }

    /** The only disk. */
    VirtioBlkDevice disk() {
        if (disks.size() != 1) {
            throw new AssertionError(disks.size() + " disks were found, not one: " + logged());
        }
        return disks.get(0).disk();
    }

    List<String> names() {
        return disks.stream().map(unit -> unit.disk().name().toString()).toList();
    }

    /** The log's text. */
    String logged() {
        return machine.log().lines().toString();
    }

    @Override
    public void attachBlock(BlockUnit unit) {
        disks.add(unit);
    }

    @Override
    public void attachNetwork(NetworkUnit unit) {
        throw new AssertionError("nobody plugged a network card in");
    }

    @Override
    public void attachConsole(ConsoleUnit unit) {
        throw new AssertionError("nobody plugged a console in");
    }

    @Override
    public void attachEntropy(EntropyUnit unit) {
        throw new AssertionError("nobody plugged a source of random bytes in");
    }

    /** Releases the disks, and fails the test where the driver broke a rule or kept something. */
    @Override
    public void close() {
        List<String> problems = new ArrayList<>();
        for (BlockUnit disk : disks) {
            disk.release();
            if (disk.regionsHeld() != 0) {
                problems.add(disk.regionsHeld() + " regions were not given back");
            }
        }
        if (!nonsense) {
            models.forEach(model -> problems.addAll(model.violations()));
        }
        machine.close();
        if (!problems.isEmpty()) {
            throw new AssertionError("the driver broke the rules:\n  " + String.join("\n  ", problems));
        }
    }
}
