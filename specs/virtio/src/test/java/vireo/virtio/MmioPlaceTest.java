// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Window;

/** A place of a device in memory: how small it may be, and how a command line writes it. */
class MmioPlaceTest {
    private static final long BASE = MmioMachine.BASE;

    private final MmioMachine machine = new MmioMachine();

    @AfterEach
    void nothingIsLeftBehind() {
        machine.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {0x100, 0x101, -1})
    void thereIsRoomForTheRegistersAlone(long size) throws DriverException {
        machine.disk(0);
        Window window = new MmioPlace(BASE, size, 1).mapRegisters(machine.kernel().mapper());
        assertThat(machine.kernel().machine().trace().toString()).contains("MAP 0 0xa000000 0x100");
        machine.kernel().mapper().unmap(window);
    }

    @ParameterizedTest
    @CsvSource({"0, 0xFF", "0, 0", "1, 0x200", "2, 0x200", "3, 0x200"})
    void lessRoomOrAMisalignedPlaceIsRefused(int off, String size) {
        machine.disk(0);
        MmioPlace place = new MmioPlace(BASE + off, Long.decode(size), 1);
        Refusal.expect(Errno.EINVAL, () -> place.mapRegisters(machine.kernel().mapper()));
    }

    @Test
    void theConfigurationMayReachToTheLastByte() throws DriverException {
        machine.disk(0);
        MmioPlace place = new MmioPlace(BASE, 0x118, 1);
        Window window = place.mapConfig(machine.kernel().mapper(), 0x18);
        assertThat(machine.kernel().machine().trace().toString()).contains("MAP 0 0xa000100 0x18");
        machine.kernel().mapper().unmap(window);
        Refusal.expect(Errno.ENXIO, () -> place.mapConfig(machine.kernel().mapper(), 0x19));
    }

    @Test
    void aPlaceAtTheEndOfTheAddressSpaceHasNoConfiguration() {
        Refusal.expect(Errno.EOVERFLOW, () -> new MmioPlace(-0x100, 0x200, 1).mapConfig(machine.kernel().mapper(), 4));
    }

    @Test
    void itsOnlyInterruptIsThatOfVectorZero() throws DriverException {
        MmioPlace place = new MmioPlace(BASE, 0x200, 48);
        assertThat(place.hasInterrupt()).isTrue();
        assertThat(place.interruptNumber(0)).isEqualTo(48);
        Refusal.expect(Errno.ENXIO, () -> place.interruptNumber(1));
        MmioPlace zero = new MmioPlace(BASE, 0x200, 0);
        assertThat(zero.hasInterrupt()).isTrue();
        assertThat(zero.interruptNumber(0)).isZero();
    }

    @Test
    void aPlaceWithoutInterruptHasNoNumber() {
        MmioPlace place = new MmioPlace(BASE, 0x200, MmioPlace.NO_INTERRUPT);
        assertThat(place.hasInterrupt()).isFalse();
        Refusal.expect(Errno.ENXIO, () -> place.interruptNumber(0));
    }

    @Test
    void aParameterSaysItAll() throws DriverException {
        assertThat(read("512@0x1234567890:48")).isEqualTo(new MmioPlace(0x12_3456_7890L, 512, 48));
        assertThat(read("4K@010:1:9")).isEqualTo(new MmioPlace(8, 4096, 1));
        assertThat(read("0@0:4294967295")).isEqualTo(new MmioPlace(0, 0, 0xFFFF_FFFFL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"512?0xa000000:48", "512A0xa000000:48", "512@0xa000000;48", "512@0xa000000948", "512@0xa000000:48;1",
            "512@0xa000000:48:", "512@0xa000000:48:1;", "512@0xa000000:48:1:", "512@0xa000000:48x", "512@0xa000000:48:0x"})
    void otherSeparatorsAreNoSeparators(String value) {
        Refusal.expect(Errno.EINVAL, () -> read(value));
    }

    @Test
    void anInterruptOf2ToThe32IsTooLarge() {
        Refusal.expect(Errno.EOVERFLOW, () -> read("512@0xa000000:4294967296"));
        Refusal.expect(Errno.EOVERFLOW, () -> read("512@0xa000000:18446744073709551615"));
    }

    @ParameterizedTest
    @CsvSource({"virtio_mmio.device=, true", "virtio_mmio.device=5, true", "virtio_mmio.device, false", "virtio_mmio.devic=5, false",
            "virtio_mmio_device=, false", "Virtio_mmio.device=, false", "virtio_mmio.device:, false", "virtio_mmio.xevice=, false"})
    void aParameterHasItsWholeName(String word, boolean isOne) {
        byte[] text = bytes("ab " + word + " c");
        assertThat(MmioParameter.isOne(text, 3, 3 + word.length())).isEqualTo(isOne);
    }

    private static MmioPlace read(String value) throws DriverException {
        byte[] text = bytes("x virtio_mmio.device=" + value + "9");
        return MmioParameter.read(text, 2, text.length - 1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
