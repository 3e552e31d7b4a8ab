// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;

/** Devices that a command line names. */
class VirtioMmioCommandLineTest {
    private static final String NAME = "virtio_mmio.device=";

    private MmioMachine machine;

    @BeforeEach
    void makeMachine() {
        machine = new MmioMachine();
        machine.disk(0);
        machine.disk(1, 1);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        machine.close();
    }

    @Test
    void everyDeviceIsFoundInTheOrderOfTheLine() {
        assertThat(probe("root=/dev/vda virtio_mmio.device=512@0xa000200:49 quiet virtio_mmio.device=0x200@0xa000000:48:7"))
                .as(machine.kernel().logged()).isEqualTo(2);
        assertThat(machine.kernel().names()).containsExactly("virtio-blk0 at 0x0a000200", "virtio-blk1 at 0x0a000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"512@0xa000000:48", "0x200@0XA000000:0x30", "01000@167772160:060:0", "4K@01200000000:48:12",
            "1k@0xa000000:48", "2M@0xa000000:48", "1G@0xa000000:48"})
    void numbersAreWrittenAsInC(String value) {
        assertThat(probe(NAME + value)).as(machine.kernel().logged()).isEqualTo(1);
        assertThat(machine.kernel().names()).containsExactly("virtio-blk0 at 0x0a000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "512", "@", "512@", "512@:48", "512@0xa000000", "512@0xa000000:", "512@0xa000000:x",
            "512@0xa000000:48:", "512@0xa000000:48:1:2", "512@0xa000000:48 :1:2x@", "512@0xa000000:48,", "K@0xa000000:48",
            "512X@0xa000000:48", "512KK@0xa000000:48", "0x@0xa000000:48", "512@0xg:48", "512@0xa000000:0", "-1@0xa000000:48",
            "09@0xa000000:48"})
    void anythingElseIsReportedWithItsPlaceAndForm(String value) {
        boolean works = value.startsWith("512@0xa000000:48 ");
        assertThat(probe("quiet " + NAME + value)).isEqualTo(works ? 1 : 0);
        if (!works) {
            assertThat(machine.kernel().logged()).contains("virtio_mmio.device at character 6: EINVAL, skipped")
                    .contains("write <size>[KMG]@<base>:<interrupt>[:<id>]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"18446744073709551616@0xa000000:48", "0x1ffffffffffffffff@0xa000000:48",
            "17179869184G@0xa000000:48", "512@0x10000000000000000:48", "512@0xa000000:4294967296"})
    void numbersThatAreTooLargeAreReported(String value) {
        assertThat(probe(NAME + value)).isZero();
        assertThat(machine.kernel().logged()).contains("EOVERFLOW, skipped");
    }

    @Test
    void oneBadParameterDoesNotStopTheOthers() {
        assertThat(probe(NAME + "nonsense " + NAME + "512@0xdead0000:5 " + NAME + "512@0xa000000:48")).isEqualTo(1);
        assertThat(machine.kernel().logged()).contains("virtio device at 0xdead0000: EINVAL, skipped");
    }

    @ParameterizedTest
    @ValueSource(strings = {"virtio_mmio.device", "virtio_mmio.devices=512@0xa000000:48", "xvirtio_mmio.device=512@0xa000000:48",
            "virtio_mmio_device=512@0xa000000:48", "name=\"a virtio_mmio.device=512@0xa000000:48\"",
            "-- virtio_mmio.device=512@0xa000000:48", "", "   "})
    void otherWordsMeanNothing(String line) {
        assertThat(probe(line)).isZero();
        assertThat(machine.kernel().machine().log().lines()).isEmpty();
    }

    @Test
    void theLineEndsAtTheFirstZero() {
        assertThat(probe("quiet\0 " + NAME + "512@0xa000000:48")).isZero();
        assertThat(probe(NAME + "512@0xa000000:48\0")).isEqualTo(1);
    }

    @Test
    void a64KibibyteLineIsReadToItsEndAndNoFurther() {
        String parameter = NAME + "512@0xa000000:48";
        assertThat(probe(" ".repeat(65_536 - parameter.length()) + parameter + " rest")).isEqualTo(1);
        assertThat(probe(" ".repeat(65_536) + NAME + "512@0xa000200:49")).isZero();
    }

    @Test
    void anEndInALongLineIsItsEnd() {
        String parameter = NAME + "512@0xa000000:48";
        assertThat(probe("\0" + parameter + " ".repeat(70_000))).isZero();
        assertThat(probe(parameter + "\0" + " ".repeat(70_000))).isEqualTo(1);
    }

    @Test
    void whatIsQuotedIsOneWordUpToTheClosingQuote() {
        assertThat(probe("a=\"b c\" " + NAME + "512@0xa000000:48")).isEqualTo(1);
        assertThat(probe("a=\"b c " + NAME + "512@0xa000200:49")).isZero();
    }

    @Test
    void twoDashesEndTheKernelsPartOnlyAsAWordOfTheirOwn() {
        assertThat(probe("--x " + NAME + "512@0xa000000:48")).isEqualTo(1);
        assertThat(probe("- " + NAME + "512@0xa000200:49 -- " + NAME + "512@0xa000000:48")).isEqualTo(1);
    }

    @Test
    void tabsAndNewLinesSeparateToo() {
        assertThat(probe("quiet\t" + NAME + "512@0xa000000:48\n" + NAME + "512@0xa000200:49\n")).isEqualTo(2);
    }

    @Test
    void aNumberMayEndWithTheText() throws DriverException {
        byte[] text = bytes("0x");
        Refusal.expect(Errno.EINVAL, () -> ParsedNumber.read(text, 0, 0));
        assertThat(ParsedNumber.read(text, 0, 1).value()).isZero();
        assertThat(ParsedNumber.read(bytes("18446744073709551615"), 0, 20).value()).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void garbageIsSurvived(long seed) {
        Random random = new Random(seed);
        String alphabet = "virtio_mmio.device=0x12@:KMG- \"\0";
        for (int round = 0; round < 3000; round++) {
            StringBuilder line = new StringBuilder(random.nextBoolean() ? NAME : "");
            for (int length = random.nextInt(40); length > 0; length--) {
                line.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            probe(line.toString());
        }
        assertThat(machine.kernel().disks()).isEmpty();
    }

    private long probe(String line) {
        return VirtioMmio.probeCommandLine(bytes(line), machine.kernel().interrupting(), machine.kernel());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
