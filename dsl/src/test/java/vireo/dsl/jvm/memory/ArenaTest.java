// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vireo.dsl.DmaBytes;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.jvm.AccessTrace;
import vireo.dsl.jvm.Simulation;

class ArenaTest {
    private final Arena arena = new Arena(MemoryOrder.sequential(), new AccessTrace());

    @Test
    void memoryIsZeroedAlignedAndAboveFourGigabytes() throws DriverException {
        for (int align = 1; align <= 65536; align *= 2) {
            DmaMemory memory = arena.allocate(100, align);
            assertThat(memory.size()).isEqualTo(100);
            assertThat(memory.physical() % Math.max(align, 64)).as("alignment %d", align).isZero();
            assertThat(memory.physical()).isGreaterThan(0xFFFF_FFFFL);
            assertThat(arena.readBytes(memory.physical(), 100)).containsOnly(0);
        }
    }

    @Test
    void memoryIsAlignedToNoMoreThanWasAskedFor() throws DriverException {
        for (int i = 1; i <= 10; i++) {
            assertThat(arena.allocate(100 * i, 4096).physical() % 8192).isEqualTo(4096);
            assertThat(arena.allocate(100 * i, 1).physical() % 128).isEqualTo(64);
        }
    }

    /** The host port of the C runtime places its memory by the same rule, so that traces of both lives are equal. */
    @Test
    void memoryIsPlacedByAFixedRule() throws DriverException {
        assertThat(arena.allocate(100, 64).physical()).isEqualTo(0x1_0000_1040L);
        assertThat(arena.allocate(4096, 4096).physical()).isEqualTo(0x1_0000_3000L);
        assertThat(arena.allocate(1, 1).physical()).isEqualTo(0x1_0000_5040L);
    }

    @Test
    void neighboursLieApart() throws DriverException {
        long first = arena.allocate(4096, 4096).physical();
        long second = arena.allocate(4096, 4096).physical();
        assertThat(second - (first + 4096)).isGreaterThanOrEqualTo(4096);
        assertFault(() -> arena.read8(first + 4096), "meets no memory");
        assertFault(() -> arena.read8(second - 1), "meets no memory");
    }

    @Test
    void sizesAndAlignmentsOutsideTheDeclarationAreRefused() {
        assertThatThrownBy(() -> arena.allocate(0, 1)).hasMessageContaining("allocate (size): 0");
        assertThatThrownBy(() -> arena.allocate(0x4000_0001L, 1)).hasMessageContaining("allocate (size)");
        assertThatThrownBy(() -> arena.allocate(1, 131072)).hasMessageContaining("allocate (align)");
        assertThatThrownBy(() -> arena.allocate(1, 48)).hasMessageContaining("48 is no power of two");
    }

    @Test
    void everyByteIsAccountedUntilItIsFreed() throws DriverException {
        DmaMemory first = arena.allocate(100, 1);
        DmaMemory second = arena.allocate(28, 1);
        assertThat(arena.liveBytes()).isEqualTo(128);
        arena.free(first);
        assertThat(arena.liveBytes()).isEqualTo(28);
        arena.free(second);
        assertThat(arena.liveBytes()).isZero();
        arena.assertAllFreed();
    }

    @Test
    void aLeakNamesWhereItWasAllocated() throws DriverException {
        arena.allocate(512, 1);
        assertThatThrownBy(arena::assertAllFreed)
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("never freed: the 512 bytes at 0x1")
                .hasMessageContaining("allocated at vireo.dsl.jvm.memory.ArenaTest.aLeakNamesWhereItWasAllocated(ArenaTest.java:");
    }

    @Test
    void aDoubleFreeNamesAllThreePlaces() throws DriverException {
        DmaMemory memory = arena.allocate(512, 1);
        freeFirst(memory);
        assertThatThrownBy(() -> freeAgain(memory))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("double free at vireo.dsl.jvm.memory.ArenaTest.freeAgain")
                .hasMessageContaining("allocated at vireo.dsl.jvm.memory.ArenaTest.aDoubleFree")
                .hasMessageContaining("freed at vireo.dsl.jvm.memory.ArenaTest.freeFirst");
    }

    @Test
    void freeingMemoryOfAnotherArenaIsRefused() throws DriverException {
        DmaMemory other = new Arena(MemoryOrder.sequential(), new AccessTrace()).allocate(8, 8);
        assertThatThrownBy(() -> arena.free(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("was not allocated here");
    }

    @Test
    void freedMemoryIsPoisoned() throws DriverException {
        DmaMemory memory = arena.allocate(64, 8);
        DmaBytes bytes = memory.bytes(0, 64);
        freeFirst(memory);
        assertThatThrownBy(memory::physical)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("DmaMemory.physical after it was moved")
                .hasMessageContaining("freed at vireo.dsl.jvm.memory.ArenaTest.freeFirst");
        assertThatThrownBy(memory::size).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> memory.bytes(0, 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> bytes.get(0)).isInstanceOf(MemoryFault.class).hasMessageContaining("use after free");
        assertThatThrownBy(() -> bytes.zero(0, 1)).isInstanceOf(MemoryFault.class)
                .hasMessageContaining("use after free");
    }

    @Test
    void aDeviceReachesLiveMemoryOnly() throws DriverException {
        DmaMemory memory = arena.allocate(64, 8);
        long start = memory.physical();
        arena.write64(start + 56, -2);
        assertThat(arena.read64(start + 56)).isEqualTo(-2);
        assertFault(() -> arena.read8(start + 64), "meets no memory");
        assertFault(() -> arena.read8(start - 1), "meets no memory");
        assertFault(() -> arena.write16(start + 63, 1), "runs beyond the 64 bytes");
        assertFault(() -> arena.read32(0), "at 0x0 meets no memory");
        assertFault(() -> arena.readBytes(-8, 8), "at 0xfffffffffffffff8 meets no memory");
        arena.free(memory);
        assertFault(() -> arena.write8(start, 1), "comes after the driver freed the 64 bytes");
        assertThat(arena.takeFaults()).hasSize(6);
        assertThat(arena.faults()).isEmpty();
    }

    @Test
    void addressesAreNeverUsedAgain() throws DriverException {
        DmaMemory first = arena.allocate(64, 64);
        long start = first.physical();
        arena.free(first);
        assertThat(arena.allocate(64, 64).physical()).isNotEqualTo(start);
    }

    @Test
    void anAllocationFailsWhereTheTestWantsItOnce() throws DriverException {
        arena.failAllocationAfter(1);
        arena.allocate(8, 8);
        assertThatThrownBy(() -> arena.allocate(8, 8))
                .isInstanceOfSatisfying(DriverException.class, e -> assertThat(e.errno()).isEqualTo(Errno.ENOMEM));
        arena.allocate(8, 8);
        assertThat(arena.liveBytes()).isEqualTo(16);
    }

    @Test
    void closingASimulationReportsLeaksAndFaultsThatTheDriverHid() throws DriverException {
        var machine = Simulation.sequential();
        machine.arena().allocate(16, 1);
        try {
            machine.deviceMemory().read8(0x1234);
        } catch (MemoryFault hidden) {
            assertThat(hidden).hasMessageContaining("0x1234");
        }
        assertThatThrownBy(machine::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("a device's read of 1 bytes at 0x1234 meets no memory")
                .hasMessageContaining("never freed: the 16 bytes");
    }

    private void assertFault(Runnable access, String why) {
        int before = arena.faults().size();
        assertThatThrownBy(access::run).isInstanceOf(MemoryFault.class).hasMessageContaining(why);
        assertThat(arena.faults()).hasSize(before + 1);
    }

    private void freeFirst(DmaMemory memory) {
        arena.free(memory);
    }

    private void freeAgain(DmaMemory memory) {
        arena.free(memory);
    }
}
