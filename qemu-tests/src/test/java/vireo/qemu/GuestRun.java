// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * What a machine left behind.
 *
 * @param command how QEMU was started
 * @param exitCode QEMU's
 * @param serial what the guest said
 * @param errors what QEMU said
 * @param trace the trace events that were asked for, a line each
 */
record GuestRun(List<String> command, int exitCode, String serial, String errors, String trace) {

    /** QEMU's exit code when the guest program returned 0; status s adds 2 s. */
    static final int STATUS_ZERO = 33;
    /** QEMU's exit code when the guest panicked or took a CPU exception. */
    static final int PANIC = 251;

    /**
     * The guest's own results as tests of JUnit's, then one that the guest and QEMU ended well, then
     * the host's.
     *
     * @param host what the host checks after the guest has gone
     */
    public Stream<DynamicTest> tests(DynamicTest... host) {
        Stream<DynamicTest> guest = report().results().stream()
                .map(result -> dynamicTest("guest: " + result.description(), () -> require(result.passed(),
                        "the guest says: not ok - " + result.description())));
        return Stream.of(guest, Stream.of(dynamicTest("the guest ended well", this::requireGoodEnd)), Stream.of(host))
                .flatMap(tests -> tests);
    }

    /**
     * Requires that the guest announced as many results as it gave, at least one, all good; that it
     * returned 0; and that QEMU had nothing to complain of.
     */
    public void requireGoodEnd() {
        require(exitCode != PANIC, "the guest panicked");
        require(!serial.isBlank(), "the guest said nothing (exit code " + exitCode + ")");
        TapReport report = report();
        require(report.planned().isPresent(),
                "the guest died on its way: its output has no plan line \"1..n\" (exit code " + exitCode + ")");
        require(report.planned().getAsInt() > 0, "the guest tested nothing");
        require(report.planned().getAsInt() == report.results().size(),
                "the guest planned " + report.planned().getAsInt() + " results and gave " + report.results().size());
        require(report.inOrder(), "the guest's results are not numbered 1, 2, 3, ...");
        require(report.results().stream().allMatch(TapReport.Result::passed), "a result of the guest's is not ok");
        require(exitCode == STATUS_ZERO,
                "the guest's exit code is " + exitCode + ", not " + STATUS_ZERO + " (status 0)");
        require(errors.isBlank(), "QEMU complained");
    }

    /**
     * Requires that the guest gave results for one of its devices, and that they are all good.
     *
     * @param device what the results' descriptions begin with
     */
    public void requireResultsOf(DeviceKind device) {
        List<TapReport.Result> results = report().results().stream()
                .filter(result -> result.description().startsWith(device.label() + ": "))
                .toList();
        require(!results.isEmpty(), "the guest gave no result of \"" + device.label() + "\"");
        results.forEach(result -> require(result.passed(), "the guest says: not ok - " + result.description()));
    }

    /**
     * A fact that the guest reported as {@code # fact name=value}.
     *
     * @throws AssertionError if it did not
     */
    public String fact(String name) {
        String value = report().facts().get(name);
        require(value != null, "the guest did not report the fact \"" + name + "\"");
        return value;
    }

    /** A fact that is a number. */
    public long count(String name) {
        return Long.parseLong(fact(name));
    }

    /** How often a regular expression occurs in the trace. */
    public long traced(String expression) {
        return Pattern.compile(expression).matcher(trace).results().map(MatchResult::group).count();
    }

    /** Requires that the guest's log lines include a text. */
    public void requireLogged(String text) {
        require(serial.contains(text), "the guest's log has no \"" + text + "\"");
    }

    /** Requires something, and shows the log where it does not hold. */
    public void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise + "\n" + log());
        }
    }

    /** The serial log, QEMU's own words and the command, for a failure's message. */
    String log() {
        return "--- serial\n" + (serial.isEmpty() ? "(nothing)" : serial)
                + "\n--- QEMU\n" + (errors.isEmpty() ? "(nothing)" : errors)
                + "\n--- command\n" + String.join(" ", command) + "\n---";
    }

    private TapReport report() {
        return TapReport.parse(serial);
    }
}
