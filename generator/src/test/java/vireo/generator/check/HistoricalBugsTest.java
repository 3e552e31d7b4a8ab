// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vireo.generator.Compiler;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.source.SourceFile;

/**
 * Bugs that real drivers had, each rebuilt as a small driver. It is refused in {@code historical/refused}, with the code and on the
 * line that say so beside it, and its mended twin in {@code historical/fixed} is accepted. What several of them use lies in
 * {@code historical/support}.
 */
class HistoricalBugsTest {
    private static final Pattern EXPECTATION = Pattern.compile("// expect (VR\\d+): (.*)$");

    private record Expected(int line, String code, String message) {}

    /** A bug, the driver that has it, and the codes of the invariants that stop it. */
    private record Bug(String name, String driver, String... codes) {}

    private static final List<Bug> BUGS = List.of(
            new Bug("rcore #7: a request's memory reused", "RcoreRequestReused", "VR401"),
            new Bug("rcore #31: a buffer kept after it was added", "RcoreBufferKept", "VR401"),
            new Bug("rcore #30: queues not reset when the driver ends", "RcoreQueuesKept", "VR405"),
            new Bug("rcore #55: device not reset when the transport ends", "RcoreTransportDropped", "VR405"),
            new Bug("rcore #69: reset not awaited", "RcoreResetNotAwaited", "VR705"),
            new Bug("rcore #245: completions believed", "RcoreUncheckedCompletion", "VR603"),
            new Bug("rcore #125: used ring read without order", "RcoreUnorderedUsed", "VR502"),
            new Bug("rcore should_notify: indices compared by order", "RcoreShouldNotify", "VR306"),
            new Bug("rcore net: MAC and STATUS without the features", "RcoreNetConfig", "VR704"),
            new Bug("rcore begin_init: FEATURES_OK not read back", "RcoreFeaturesNotConfirmed", "VR701"),
            new Bug("Hermit #2108: index visible before its entry", "HermitTooFewBarriers", "VR501"),
            new Bug("Hermit #2669: flag read without a barrier", "HermitUnfencedFlag", "VR503"),
            new Bug("Hermit try_recv: asked and fetched by two methods", "HermitSplitReceive", "VR502"),
            new Bug("Hermit: free list in the ring", "HermitFreeListInRing", "VR505"),
            new Bug("Hermit: endless wait for an answer", "HermitSpin", "VR803"),
            new Bug("sDDF: feature numbers for masks", "SddfFeatureNumbers", "VR207"),
            new Bug("sDDF: features written to whichever window", "SddfFeatureWindow", "VR204"),
            new Bug("sDDF: steps of the status lost", "SddfStatusOrder", "VR701"),
            new Bug("sDDF: each step of the status written over the one before", "SddfStatusReplaced", "VR701"),
            new Bug("sDDF: notification before DRIVER_OK", "SddfEarlyNotification", "VR702"),
            new Bug("sDDF: endless wait for the status", "SddfEndlessWait", "VR803"),
            new Bug("Asterinas #3475: request recorded after the notification", "AsterinasLateRecord", "VR504"),
            new Bug("Asterinas: features of the rings accepted unseen", "AsterinasFeatures", "VR703"),
            new Bug("Zephyr #115008: byte order", "ZephyrByteOrder", "VR208"),
            new Bug("Zephyr #115008: waiting where nobody may", "ZephyrBlockingInterrupt", "VR801"),
            new Bug("Zephyr #113343: id and length from the used ring", "ZephyrUsedId", "VR303", "VR601"),
            new Bug("Zephyr #113343: capability length", "ZephyrCapabilityLength", "VR303", "VR604"),
            new Bug("Zephyr #115150: DRIVER_FEATURES read, modified and written", "ZephyrDriverFeatures", "VR202"),
            new Bug("Zephyr: chains freed by what the ring says", "ZephyrFreedByRing", "VR505"),
            new Bug("U-Boot: size_max below 512", "UBootSmallSegments", "VR304", "VR803"),
            new Bug("xv6: all features but a few accepted", "Xv6Features", "VR703"),
            new Bug("CheriBSD #468: header of 10 instead of 12 bytes", "CheriBsdShortHeader", "VR209"),
            new Bug("cloud-hypervisor #2179: index read without a barrier", "CloudHypervisorAvailEvent", "VR503"),
            new Bug("virtio-win #1348: time-out with the buffer at the device", "VirtioWinControlTimeout", "VR406"),
            new Bug("OSv #1450: id from the used ring", "OsvCookie", "VR303"),
            new Bug("CVE-2023-52762: limit of 64 bits kept in 32", "LinuxMaxDmaSize", "VR302"),
            new Bug("CVE-2023-52762: rounding up in too few bits", "LinuxMaxDmaSizeOverflow", "VR301"),
            new Bug("CVE-2025-38375: packet longer than its buffer", "LinuxXdpLength", "VR303"),
            new Bug("CVE-2024-27066: mapping of the indirect table lost", "LinuxIndirectUnmap", "VR402"),
            new Bug("CVE-2025-38064: device left running at shutdown", "LinuxShutdown", "VR405"),
            new Bug("CVE-2024-53082: length of the hash key believed", "LinuxHashKey", "VR604"));

    @TestFactory
    Stream<DynamicTest> theBugIsRefusedAndItsMendedTwinIsAccepted() {
        return BUGS.stream().map(bug -> DynamicTest.dynamicTest(bug.name() + " (" + bug.driver() + ")", () -> {
            Path refused = driver("refused", bug);
            assertEquals(new TreeSet<>(List.of(bug.codes())), codesExpectedIn(refused));
            assertFoundAsExpected(refused, compile(refused));
            Path fixed = driver("fixed", bug);
            assertTrue(expectations(fixed).isEmpty(), fixed + " must not expect anything");
            List<Diagnostic> found = compile(fixed);
            assertTrue(found.isEmpty(), bug.driver() + ", mended, should be accepted, but:\n" + print(found));
        }));
    }

    @Test
    void everyDriverBelongsToABug() {
        TreeSet<String> drivers = new TreeSet<>();
        BUGS.forEach(bug -> drivers.add(bug.driver() + ".java"));
        assertEquals(BUGS.size(), drivers.size(), "two bugs with one driver");
        assertEquals(drivers, namesIn("refused"));
        assertEquals(drivers, namesIn("fixed"));
    }

    @Test
    void theTwinsDiffer() throws IOException {
        for (Bug bug : BUGS) {
            assertFalse(Files.readString(driver("refused", bug)).equals(Files.readString(driver("fixed", bug))), bug.driver());
        }
    }

    private static void assertFoundAsExpected(Path file, List<Diagnostic> found) {
        List<Expected> expected = expectations(file);
        for (Expected one : expected) {
            assertTrue(found.stream().anyMatch(d -> matches(d, one, file)),
                    file.getFileName() + ":" + one.line() + " should be refused with " + one.code() + ": " + one.message()
                            + "\nbut found:\n" + print(found));
        }
        List<Diagnostic> others = found.stream().filter(d -> expected.stream().noneMatch(e -> matches(d, e, file))).toList();
        assertTrue(others.isEmpty(), file.getFileName() + " is refused for more than it should:\n" + print(others));
    }

    private static boolean matches(Diagnostic found, Expected expected, Path file) {
        return found.code().equals(expected.code())
                && found.primary().file().path().equals(path(file))
                && found.primary().line() == expected.line()
                && found.what().contains(expected.message());
    }

    private static TreeSet<String> codesExpectedIn(Path file) {
        TreeSet<String> codes = new TreeSet<>();
        expectations(file).forEach(e -> codes.add(e.code()));
        return codes;
    }

    private static List<Expected> expectations(Path file) {
        List<Expected> found = new ArrayList<>();
        String[] lines = source(file).text().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher matcher = EXPECTATION.matcher(lines[i]);
            if (matcher.find()) {
                found.add(new Expected(i + 1, matcher.group(1), matcher.group(2).strip()));
            }
        }
        return found;
    }

    private static List<Diagnostic> compile(Path file) {
        List<SourceFile> sources = new ArrayList<>();
        filesIn("support").forEach(support -> sources.add(source(support)));
        sources.add(source(file));
        String dsl = System.getProperty("vireo.dsl.classes");
        Diagnostics diagnostics = new Diagnostics();
        new Compiler(dsl == null ? List.of() : List.of(Path.of(dsl)), root()).compileTexts(sources, diagnostics);
        return diagnostics.sorted();
    }

    /** Every driver is in package historical, whatever folder it lies in. */
    private static String path(Path file) {
        return "historical/" + file.getFileName();
    }

    private static SourceFile source(Path file) {
        try {
            return SourceFile.of(path(file), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path driver(String folder, Bug bug) {
        Path file = root().resolve(folder).resolve(bug.driver() + ".java");
        assertTrue(Files.isRegularFile(file), bug.name() + " has no driver " + folder + "/" + bug.driver() + ".java");
        return file;
    }

    private static TreeSet<String> namesIn(String folder) {
        TreeSet<String> names = new TreeSet<>();
        filesIn(folder).forEach(file -> names.add(file.getFileName().toString()));
        return names;
    }

    private static List<Path> filesIn(String folder) {
        try (Stream<Path> list = Files.list(root().resolve(folder))) {
            return list.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        try {
            return Path.of(HistoricalBugsTest.class.getResource("/historical").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String print(List<Diagnostic> found) {
        StringBuilder text = new StringBuilder();
        for (Diagnostic d : found) {
            text.append(d.primary()).append(": ").append(d.code()).append(": ").append(d.what()).append('\n');
        }
        return text.isEmpty() ? "nothing\n" : text.toString();
    }
}
