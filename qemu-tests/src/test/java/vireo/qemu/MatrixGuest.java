// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A machine with all four devices behind one transport, whose guest puts each of them to work: guest/devices/. Each device is made slow
 * enough that its driver has to wait, so that a driver that waits for interrupts gets some, however fast or busy the host is.
 *
 * @param machine what QEMU plays
 * @param transport how the guest reaches the devices
 * @param waiting how its drivers wait
 * @param vectors MSI-X vectors of each PCI function; {@link #DEFAULT_VECTORS} for as many as QEMU gives
 * @param variant properties of the machine that it has not by itself, such as {@code gic-version=3}, or ""
 */
record MatrixGuest(Machine machine, TransportKind transport, Waiting waiting, int vectors, String variant) {

    /** As many vectors as QEMU gives a device. */
    static final int DEFAULT_VECTORS = -1;

    /** A RISC-V machine whose interrupt controller takes messages. */
    static final String IMSIC = "aia=aplic-imsic";

    /** The card's address. */
    static final String MAC = "52:54:00:c0:ff:ee";

    /** What the guest finds on the disk, and expects of the random bytes: guest/devices/disk.c and source.c. */
    private static final SectorPattern DISK = new SectorPattern(1);

    private static final SectorPattern WRITTEN = new SectorPattern(101);
    private static final SectorPattern RANDOM = new SectorPattern(7);
    private static final int SECTORS = 64;
    private static final int REQUESTS_PER_SECOND = 400;

    /** What people call it. */
    String label() {
        return machine.label() + (variant.isEmpty() ? "" : ", " + variant) + ", " + transport.label() + ", " + waiting.label()
                + (vectors == DEFAULT_VECTORS || waiting == Waiting.PIN ? "" : ", vectors=" + vectors);
    }

    /** Whether the drivers get MSI-X vectors. */
    boolean usesVectors() {
        boolean messages = variant.isEmpty() ? machine.takesMessages() : variant.equals(IMSIC);
        return waiting == Waiting.INTERRUPTS && transport.isPci() && messages;
    }

    /**
     * Boots the machine.
     *
     * @param folder for the machine's files; does not exist yet
     */
    GuestRun boot(Path folder) {
        try {
            Files.createDirectories(folder);
            DiskImage image = DiskImage.seeded(folder.resolve("disk.img"), SECTORS, DISK);
            try (SlowPeer console = SlowPeer.console(folder.resolve("console"));
                    SlowPeer entropy = SlowPeer.entropy(folder.resolve("entropy"), RANDOM)) {
                GuestRun run = machine(folder, image, console, entropy).boot();
                try {
                    requireWritten(image);
                } catch (AssertionError e) {
                    throw new AssertionError("the disk is not as the guest should leave it\n" + run.log(), e);
                }
                return run;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private QemuMachine machine(Path folder, DiskImage image, SlowPeer console, SlowPeer entropy) {
        List<String> devices = new ArrayList<>();
        devices.addAll(machine.argumentsFor(transport));
        devices.addAll(variant.isEmpty() ? List.of() : List.of("-machine", variant));
        devices.addAll(transport.arguments());
        devices.addAll(Disk.raw("disk", image.file()).slow(REQUESTS_PER_SECOND).arguments(device("virtio-blk", "")));
        devices.addAll(List.of("-netdev", "user,id=net0,restrict=on"));
        devices.addAll(List.of("-object", "filter-buffer,id=slow0,netdev=net0,queue=all,interval=1000"));
        devices.addAll(List.of("-device", device("virtio-net", "netdev=net0,mac=" + MAC + transport.withoutRom())));
        devices.addAll(entropy.arguments("entropy0"));
        devices.addAll(List.of("-object", "rng-egd,id=rng0,chardev=entropy0"));
        devices.addAll(List.of("-device", device("virtio-rng", "rng=rng0")));
        devices.addAll(console.arguments("console0"));
        devices.addAll(List.of("-device", device("virtio-serial", "max_ports=1")));
        devices.addAll(List.of("-device", "virtconsole,chardev=console0"));
        return QemuMachine.of(machine, GuestProgram.DEVICES.elf(machine.architecture()), folder)
                .word("scenario=matrix")
                .word("devices=" + DeviceKind.values().length)
                .word("sectors=" + SECTORS)
                .word("probe=" + machine.probeFor(transport))
                .word(waiting.word())
                .arguments(devices)
                .limit(Duration.ofSeconds(60));
    }

    private String device(String type, String own) {
        return transport.device(type, vectors == DEFAULT_VECTORS || !transport.isPci()
                ? own
                : own + (own.isEmpty() ? "" : ",") + "vectors=" + vectors);
    }

    /** What the guest wrote is on the host's image, and nothing else changed: guest/devices/disk.c. */
    private static void requireWritten(DiskImage image) {
        image.requirePattern(0, 16, DISK);
        image.requirePattern(16, 8, WRITTEN);
        image.requirePattern(24, SECTORS - 24, DISK);
    }
}
