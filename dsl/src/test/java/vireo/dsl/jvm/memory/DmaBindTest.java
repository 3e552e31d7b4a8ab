// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vireo.dsl.DmaArray;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Le16;
import vireo.dsl.Le32;
import vireo.dsl.jvm.Simulation;
import vireo.dsl.sample.Counters;
import vireo.dsl.sample.Entry;
import vireo.dsl.sample.EntryRing;

class DmaBindTest {
    private Simulation machine;
    private DmaMemory memory;

    @BeforeEach
    void allocate() throws DriverException {
        machine = Simulation.sequential();
        memory = machine.arena().allocate(64, 64);
    }

    @AfterEach
    void free() {
        machine.arena().free(memory);
        machine.close();
    }

    @Test
    void aStructureIsBoundAtItsOffset() throws DriverException {
        Entry entry = memory.struct(Entry.class, 56);
        entry.key().set(0x0102_0304);
        entry.value().set(0x0506);
        entry.kind().set(7);
        assertThat(machine.deviceMemory().readBytes(memory.physical() + 56, 8)).containsExactly(1, 2, 3, 4, 6, 5, 7, 0);
    }

    @Test
    void aRingIsBoundWithItsLengthAndTheFieldBehind() throws DriverException {
        EntryRing ring = memory.ring(EntryRing.class, 8, 4);
        ring.index().publish(1);
        ring.entries().at(3).kind().set(9);
        ring.event().set(0xABCD);
        assertThat(ring.entries().length()).isEqualTo(4);
        assertThat(machine.deviceMemory().read16(memory.physical() + 10)).isEqualTo(1);
        assertThat(machine.deviceMemory().read8(memory.physical() + 8 + 4 + 24 + 6)).isEqualTo(9);
        assertThat(machine.deviceMemory().read16(memory.physical() + 8 + 4 + 32)).isEqualTo(0xABCD);
        assertThatThrownBy(() -> ring.entries().at(4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> ring.entries().at(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void arraysHoldStructuresOrCells() throws DriverException {
        DmaArray<Entry> entries = memory.array(Entry.class, 0, 8);
        entries.at(7).kind().set(3);
        DmaArray<Le32> words = memory.array(Le32.class, 0, 16);
        assertThat(words.at(15).get()).isEqualTo(0x0003_0000);
        assertThat(words.length()).isEqualTo(16);
    }

    @Test
    void whatLeavesTheMemoryIsERange() {
        assertFails(Errno.ERANGE, () -> memory.struct(Entry.class, 60));
        assertFails(Errno.ERANGE, () -> memory.struct(Entry.class, 0xFFFF_FFFFL));
        assertFails(Errno.ERANGE, () -> memory.ring(EntryRing.class, 0, 8));
        assertFails(Errno.ERANGE, () -> memory.array(Entry.class, 8, 8));
        assertFails(Errno.ERANGE, () -> memory.array(Le16.class, 2, 65536));
        assertFails(Errno.ERANGE, () -> memory.bytes(64, 1));
        assertFails(Errno.ERANGE, () -> memory.bytes(65, 0));
    }

    @Test
    void theEndOfTheMemoryIsStillInside() throws DriverException {
        assertThat(memory.bytes(64, 0).length()).isZero();
        assertThat(memory.bytes(0, 64).length()).isEqualTo(64);
    }

    @Test
    void whatIsNotAlignedIsEInvalAndTheRangeIsCheckedFirst() {
        assertFails(Errno.EINVAL, () -> memory.struct(Entry.class, 2));
        assertFails(Errno.EINVAL, () -> memory.ring(EntryRing.class, 1, 1));
        assertFails(Errno.EINVAL, () -> memory.array(Le16.class, 1, 1));
        assertFails(Errno.ERANGE, () -> memory.struct(Entry.class, 62));
    }

    @Test
    void argumentsOutsideTheirDeclarationAreRefused() {
        assertThatThrownBy(() -> memory.ring(EntryRing.class, 0, 0)).hasMessageContaining("ring (length): 0");
        assertThatThrownBy(() -> memory.ring(EntryRing.class, 0, 32769)).hasMessageContaining("ring (length): 32769");
        assertThatThrownBy(() -> memory.array(Le16.class, 0, 65537)).hasMessageContaining("array (count): 65537");
        assertThatThrownBy(() -> memory.bytes(-1, 0)).hasMessageContaining("bytes (offset): -1");
        assertThatThrownBy(() -> memory.bytes(0, -1)).hasMessageContaining("bytes (length): -1");
    }

    @Test
    void recordsOfTheWrongKindAreRefusedByName() {
        assertThatThrownBy(() -> memory.struct(EntryRing.class, 0))
                .hasMessageContaining("EntryRing is not marked @DmaStruct");
        assertThatThrownBy(() -> memory.ring(Entry.class, 0, 1)).hasMessageContaining("Entry is not marked @Ring");
        assertThatThrownBy(() -> memory.array(EntryRing.class, 0, 1)).hasMessageContaining("is a ring");
        assertThatThrownBy(() -> memory.array(Counters.class, 0, 1))
                .hasMessageContaining("CountersBinder is no DmaBinder");
        assertThatThrownBy(() -> memory.array(String.class, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no java.lang.StringBinder on the class path; the generator writes it");
    }

    @Test
    void aCellThatIsNotAlignedIsNoSingleAccess() throws DriverException {
        Le16 odd = new ArenaSpace(machine.arena(), ((ArenaMemory) memory).region()).le16(1);
        assertThatThrownBy(() -> odd.set(1)).isInstanceOf(MemoryFault.class)
                .hasMessageContaining("not one access: 2 bytes");
        assertThatThrownBy(odd::observe).isInstanceOf(MemoryFault.class)
                .hasMessageContaining("not one access: 2 bytes");
        Le16 beyond = new ArenaSpace(machine.arena(), ((ArenaMemory) memory).region()).le16(64);
        assertThatThrownBy(beyond::get).isInstanceOf(MemoryFault.class).hasMessageContaining("out of bounds");
        assertThat(machine.arena().takeFaults()).hasSize(3);
    }

    private static void assertFails(Errno errno, ThrowingCallable bind) {
        assertThatThrownBy(bind)
                .isInstanceOfSatisfying(DriverException.class, e -> assertThat(e.errno()).isEqualTo(errno));
    }
}
