// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import java.nio.file.Path;

/** The block driver's guest and what its scenarios agree on with the tests: guest/block/. */
final class BlockGuest {

    /** What the host writes to the first disk; the next disks count on. */
    static final SectorPattern SEEDED = new SectorPattern(1);

    private BlockGuest() {}

    /**
     * A machine whose guest runs one scenario.
     *
     * @param disks how many disks the guest has to find
     */
    static QemuMachine scenario(String name, int disks, Path folder) {
        return scenario(Machine.Q35, name, disks, folder);
    }

    /** As {@link #scenario(String, int, Path)}, on any machine that has PCI. */
    static QemuMachine scenario(Machine machine, String name, int disks, Path folder) {
        return QemuMachine.of(machine, GuestProgram.BLOCK.elf(machine.architecture()), folder.resolve("run"))
                .word("scenario=" + name)
                .word("disks=" + disks)
                .word("seed=" + SEEDED.seed());
    }

    /** What the guest writes to a disk, by the disk's number. */
    static SectorPattern written(int disk) {
        return new SectorPattern(SEEDED.seed() + disk + 100);
    }
}
