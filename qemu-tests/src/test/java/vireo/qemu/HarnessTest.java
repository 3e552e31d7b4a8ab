// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A guest that ends in any way but well is a failure that shows the serial log. */
class HarnessTest {

    @TempDir
    Path folder;

    private QemuMachine guestThatEnds(String way) {
        return QemuMachine.of(GuestProgram.MISBEHAVE.elf(), folder).word("way=" + way);
    }

    @Test
    void aGuestThatEndsWellPasses() {
        GuestRun run = guestThatEnds("well").boot();
        run.requireGoodEnd();
        assertThat(run.tests().map(test -> test.getDisplayName()).toList())
                .containsExactly("guest: something", "the guest ended well");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "silent       | the guest said nothing",
        "empty        | the guest tested nothing",
        "failing      | a result of the guest's is not ok",
        "no-plan      | no plan line",
        "wrong-status | exit code is 39, not 33",
        "panic        | the guest panicked",
        "fault        | the guest panicked",
    })
    void aGuestThatEndsBadlyFails(String way, String message) {
        GuestRun run = guestThatEnds(way).boot();
        assertThatThrownBy(run::requireGoodEnd)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(message)
                .hasMessageContaining("--- serial\n" + (run.serial().isEmpty() ? "(nothing)" : run.serial()));
    }

    @Test
    void aResultThatIsNotOkIsATestThatFails() {
        assertThat(guestThatEnds("failing").boot().tests().toList())
                .anySatisfy(test -> assertThatThrownBy(() -> test.getExecutable().execute())
                        .hasMessageContaining("not ok - something else"));
    }

    @Test
    void aGuestThatHangsIsEndedAtTheLimitAndShowsWhatItSaid() {
        assertThatThrownBy(guestThatEnds("hang").limit(Duration.ofSeconds(2))::boot)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("did not end within 2000 ms")
                .hasMessageContaining("ok 1 - something");
    }

    @Test
    void aMachineThatQemuRefusesFails() {
        GuestRun run = guestThatEnds("well").device("no-such-device").boot();
        assertThatThrownBy(run::requireGoodEnd).hasMessageContaining("no-such-device");
    }

    @Test
    void aMissingResultIsNoticed() {
        TapReport report = TapReport.parse("ok 1 - a\r\nok 3 - c\n1..3\n# fact name=a value\n");
        assertThat(report.inOrder()).isFalse();
        assertThat(report.planned()).hasValue(3);
        assertThat(report.facts()).containsEntry("name", "a value");
        assertThat(report.results()).extracting(TapReport.Result::description).isEqualTo(List.of("a", "c"));
    }

    @Test
    void twoPlansAreNone() {
        assertThat(TapReport.parse("1..1\nok 1 - a\n1..1\n").planned()).isEmpty();
    }
}
