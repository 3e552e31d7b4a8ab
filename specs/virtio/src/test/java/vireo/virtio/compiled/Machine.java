// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.jvm.AccessTrace.Access;
import vireo.dsl.jvm.RecordedLog.Line;
import vireo.dsl.jvm.Simulation;
import vireo.dsl.jvm.register.RegisterDevice;
import vireo.virtio.compiled.Driver.Holdings;
import vireo.virtio.model.VirtioPciModel;

/** A machine with virtio devices and the driver in one of its lives, with a transcript of what happens. */
final class Machine {
    private static final long FIRST_BAR = 0x8_0000_0000L;
    private static final long BAR_DISTANCE = 0x1_0000L;
    private static final int FIRST_DISK = 4 << 3;

    private final Simulation simulation;
    private final Driver driver;
    private final Transcript transcript = new Transcript();
    private final Plugs plugs;
    private final TreeMap<Integer, VirtioPciModel> models = new TreeMap<>();
    private final List<Unit> units = new ArrayList<>();
    private int taken;
    private int logged;
    private boolean nonsense;
    private boolean keeps;
    private boolean pulled;

    private Machine(Simulation simulation, Driver driver) {
        this.simulation = simulation;
        this.driver = driver;
        this.plugs = new Plugs(simulation, driver.memory());
    }

    /** Plays a scenario; what it expects of the driver is checked on the way. The result is the transcript. */
    static List<String> play(Scenario scenario, Function<Simulation, Driver> life) throws DriverException {
        Simulation simulation = Simulation.sequential();
        Machine machine = new Machine(simulation, life.apply(simulation));
        try {
            scenario.play(machine);
            machine.releaseAll();
        } finally {
            closeIgnoringLeaks(simulation);
        }
        return machine.transcript.lines();
    }

    /** The clock, and whatever else a scenario wants of the machine. */
    Simulation simulation() {
        return simulation;
    }

    /** The driver itself. */
    Driver driver() {
        return driver;
    }

    /** Where devices other than disks on PCI are plugged in. */
    Plugs plugs() {
        return plugs;
    }

    /** Puts a disk at device 4, function 0. */
    VirtioPciModel disk() {
        return disk(FIRST_DISK);
    }

    /** Puts a disk at an address: bus &lt;&lt; 8 | device &lt;&lt; 3 | function. */
    VirtioPciModel disk(int address) {
        long bar = FIRST_BAR + address * BAR_DISTANCE;
        VirtioPciModel model = new VirtioPciModel(driver.memory(), bar);
        models.put(address, model);
        simulation.pci().add(address, model.function());
        simulation.addressMap().add("disk " + address, bar, VirtioPciModel.BAR_SIZE, new Slot(model));
        return model;
    }

    /** Pulls all disks out: from now on nobody answers, and what is read is all ones. */
    void pullOut() {
        pulled = true;
        models.keySet().forEach(simulation.pci()::remove);
    }

    /** Lets the driver find disks on bus 0; the result is how many work. */
    long probe() {
        return probe(0);
    }

    /** Lets the driver find disks; the result is how many work. */
    long probe(int lastBus) {
        long found = driver.probe(lastBus);
        note("probe " + lastBus + " -> " + found);
        take();
        return found;
    }

    /** Lets the driver look for a device at an address; the result is how many work. */
    long probeMmio(long base, long size, long interrupt) {
        long found = driver.probeMmio(base, size, interrupt);
        note("probe 0x" + Long.toHexString(base) + " -> " + found);
        take();
        return found;
    }

    private void take() {
        for (; taken < driver.units().size(); taken++) {
            units.add(Noted.of(driver.units().get(taken), taken, this::note));
        }
    }

    /** Brings up the one disk there is. */
    Disk open() {
        assertThat(probe()).as("disks that work; the log says %s", simulation.log().lines()).isEqualTo(1);
        return the(Disk.class);
    }

    /** The last device of a type that was found. */
    <T extends Unit> T the(Class<T> type) {
        List<T> all = all(type);
        return all.get(all.size() - 1);
    }

    /** The devices of a type that were found and not released. */
    <T extends Unit> List<T> all(Class<T> type) {
        return units.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The disks that were found and not released. */
    List<Disk> disks() {
        return all(Disk.class);
    }

    /** Reads a buffer as a device does, which leaves no trace. */
    byte[] bytes(Disk.Buffer buffer, int length) {
        return driver.memory().readBytes(buffer.physical(), length);
    }

    /** Fills a buffer as a device does, which leaves no trace. */
    void fill(Disk.Buffer buffer, byte[] bytes) {
        driver.memory().writeBytes(buffer.physical(), bytes);
    }

    /** A call of the driver. */
    @FunctionalInterface
    interface Call {
        /** Calls it. */
        void run() throws DriverException;
    }

    /** Makes a call that has to fail. */
    void refused(Errno errno, Call call) {
        Errno got = null;
        try {
            call.run();
        } catch (DriverException e) {
            got = e.errno();
        }
        assertThat(got).isEqualTo(errno);
    }

    /** Adds a line to the transcript, behind what the driver did and logged since the line before. */
    void note(String line) {
        for (Access access : driver.takeTrace()) {
            transcript.accessed(access);
        }
        List<Line> lines = simulation.log().lines();
        for (; logged < lines.size(); logged++) {
            transcript.add("  log " + lines.get(logged).level() + ": " + lines.get(logged).text());
        }
        transcript.add(line);
    }

    /** Keeps only a hash of the transcript from here to {@link #expand}. */
    void condense() {
        transcript.condense();
    }

    /** Ends {@link #condense}. */
    void expand() {
        transcript.expand();
    }

    /** The log's text. */
    String logged() {
        return simulation.log().lines().toString();
    }

    /** Says that a device leads the driver astray, so that what reaches the device proves nothing about the driver. */
    void expectNonsense() {
        nonsense = true;
    }

    /** Says that the driver rightly keeps memory for good. */
    void expectKeptMemory() {
        keeps = true;
    }

    /** Releases the devices that are left. */
    void releaseUnits() {
        units.forEach(Unit::release);
        units.clear();
    }

    /** Releases the devices that are left; whatever the driver still holds then is a leak. */
    void releaseAll() {
        releaseUnits();
        Holdings left = driver.holdings();
        note("left: " + left);
        if (keeps) {
            assertThat(left.dmaBytes()).as("bytes of memory that the driver keeps").isPositive();
        } else {
            assertThat(left).as("what was not given back").isEqualTo(Holdings.NONE);
        }
        List<String> violations = Stream.concat(models.values().stream(), plugs.models().stream())
                .flatMap(model -> model.violations().stream()).toList();
        note("violations: " + violations);
        if (!nonsense) {
            assertThat(violations).as("what the driver did wrong").isEmpty();
        }
        assertThat(simulation.arena().faults()).as("accesses to memory that is not there").isEmpty();
    }

    private static void closeIgnoringLeaks(Simulation simulation) {
        try {
            simulation.close();
        } catch (AssertionError leaks) {
            // Checked by releaseAll for both lives in the same way; a scenario that failed earlier has its own message.
        }
    }

    /** Registers of a device that can be pulled out. */
    private final class Slot implements RegisterDevice {
        private final RegisterDevice device;

        Slot(RegisterDevice device) {
            this.device = device;
        }

        @Override
        public long read(long offset, int width) {
            return pulled ? -1L >>> Long.SIZE - Byte.SIZE * width : device.read(offset, width);
        }

        @Override
        public void write(long offset, int width, long value) {
            if (!pulled) {
                device.write(offset, width, value);
            }
        }
    }
}
