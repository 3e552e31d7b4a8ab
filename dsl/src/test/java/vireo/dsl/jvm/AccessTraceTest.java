// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import vireo.dsl.Be16;
import vireo.dsl.DmaBytes;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Fence;
import vireo.dsl.Le16;
import vireo.dsl.Window;
import vireo.dsl.jvm.AccessTrace.Kind;
import vireo.dsl.jvm.register.RegisterDevice;
import vireo.dsl.sample.Counters;

class AccessTraceTest {
    @Test
    void everythingThatAnotherPartyCanSeeIsRecordedInOrder() throws DriverException {
        try (var machine = Simulation.sequential()) {
            machine.addressMap().add("ones", 0xFE00_0000L, 0x1000, new Ones());
            Window window = machine.addressMap().map(0xFE00_0000L, 0x40);
            DmaMemory memory = machine.arena().allocate(64, 16);
            long start = memory.physical();
            Counters registers = window.bind(Counters.class, 0);
            Le16 cell = memory.array(Le16.class, 8, 1).at(0);
            Be16 swapped = memory.array(Be16.class, 10, 1).at(0);
            DmaBytes bytes = memory.bytes(16, 48);
            registers.mode().read();
            cell.set(0x1234);
            swapped.set(0x1234);
            cell.get();
            swapped.get();
            bytes.set(1, 0x80);
            bytes.get(1);
            bytes.copyFrom(3, "foobar".getBytes(StandardCharsets.US_ASCII), 0, 6);
            bytes.copyTo(3, new byte[8], 2, 6);
            bytes.copyTo(3, new byte[8], 2, 0);
            bytes.zero(0, 9);
            cell.publish(7);
            Fence.full();
            cell.observe();
            registers.base().write(-1);
            machine.arena().free(memory);
            machine.addressMap().unmap(window);
            assertThat(machine.trace()).hasToString("""
                    MAP 0 0xfe000000 0x40
                    ALLOCATE 16 0x%1$x 0x40
                    REGISTER_READ 1 0xfe000000 0xff
                    STORE 2 0x%2$x 0x1234
                    STORE 2 0x%3$x 0x3412
                    LOAD 2 0x%2$x 0x1234
                    LOAD 2 0x%3$x 0x3412
                    STORE 1 0x%4$x 0x80
                    LOAD 1 0x%4$x 0x80
                    WRITE_BYTES 6 0x%5$x 0x85944171f73967e8
                    READ_BYTES 6 0x%5$x 0x85944171f73967e8
                    ZERO_BYTES 9 0x%6$x 0x0
                    PUBLISH 2 0x%2$x 0x7
                    FENCE 0 0x0 0x0
                    OBSERVE 2 0x%2$x 0x7
                    REGISTER_WRITE 4 0xfe000018 0xffffffff
                    REGISTER_WRITE 4 0xfe00001c 0xffffffff
                    FREE 0 0x%1$x 0x40
                    UNMAP 0 0xfe000000 0x40"""
                    .formatted(start, start + 8, start + 10, start + 17, start + 19, start + 16));
        }
    }

    @Test
    void whatFailsIsNotRecorded() {
        try (var machine = Simulation.sequential()) {
            machine.arena().failAllocationAfter(0);
            assertThat(failure(() -> machine.arena().allocate(8, 8))).isEqualTo("ENOMEM");
            assertThat(failure(() -> machine.addressMap().map(0, 8))).isEqualTo("EINVAL");
            assertThat(machine.trace().accesses()).isEmpty();
        }
    }

    /** The numbers are those of the host port's trace records. */
    @Test
    void theOrdinalsOfTheKindsAreFixed() {
        assertThat(Arrays.stream(Kind.values()).map(Enum::name)).containsExactly(
                "REGISTER_READ", "REGISTER_WRITE", "CONFIG_READ", "CONFIG_WRITE",
                "LOAD", "STORE", "OBSERVE", "PUBLISH", "FENCE",
                "READ_BYTES", "WRITE_BYTES", "ZERO_BYTES", "ALLOCATE", "FREE", "MAP", "UNMAP",
                "REQUEST_INTERRUPT", "RELEASE_INTERRUPT", "INTERRUPT", "HANDLED",
                "ENABLE_VECTORS", "DISABLE_VECTORS", "VECTOR_NUMBER", "LINE_NUMBER",
                "CREATE_EVENTS", "DESTROY_EVENTS", "SIGNAL", "TAKE", "AWAIT");
    }

    /** Published test vectors of 64-bit FNV-1a. */
    @Test
    void theHashIsFnv1a() {
        assertThat(AccessTrace.hash(new byte[0], 0, 0)).isEqualTo(0xcbf29ce484222325L);
        assertThat(AccessTrace.hash(new byte[] {'x', 'a'}, 1, 1)).isEqualTo(0xaf63dc4c8601ec8cL);
    }

    @Test
    void aClearedTraceIsEmpty() {
        var trace = new AccessTrace();
        trace.add(Kind.FENCE, 0, 0, 0);
        assertThat(trace.accesses()).containsExactly(new AccessTrace.Access(Kind.FENCE, 0, 0, 0));
        trace.clear();
        assertThat(trace.accesses()).isEmpty();
    }

    private static String failure(Call call) {
        try {
            call.run();
            return "none";
        } catch (DriverException e) {
            return e.errno().name();
        }
    }

    private interface Call {
        void run() throws DriverException;
    }

    /** A device that answers every read with all ones. */
    private static final class Ones implements RegisterDevice {
        @Override
        public long read(long offset, int width) {
            return -1L >>> 64 - 8 * width;
        }

        @Override
        public void write(long offset, int width, long value) {}
    }
}
