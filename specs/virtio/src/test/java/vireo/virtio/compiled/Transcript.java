// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vireo.dsl.jvm.AccessTrace;
import vireo.dsl.jvm.AccessTrace.Access;

/** What a scenario did, line by line: the driver's accesses, its log, and the results of its functions. */
final class Transcript {
    private final List<String> lines = new ArrayList<>();
    private boolean condensing;
    private long accesses;
    private long results;
    private long hash;

    /** Adds what the driver accessed. */
    void accessed(Access access) {
        if (!condensing) {
            lines.add("  " + access);
            return;
        }
        accesses++;
        mix(access.kind().ordinal());
        mix(access.width());
        mix(access.address());
        mix(access.value());
    }

    /** Adds a line of the log, or of the driver's results. */
    void add(String line) {
        if (!condensing) {
            lines.add(line);
            return;
        }
        results++;
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        mix(AccessTrace.hash(bytes, 0, bytes.length));
    }

    /** Keeps only a hash of what follows, for a scenario whose transcript would be too long. */
    void condense() {
        condensing = true;
        accesses = 0;
        results = 0;
        hash = 0;
    }

    /** Ends {@link #condense} with one line that stands for all of it. */
    void expand() {
        condensing = false;
        add(accesses + " accesses and " + results + " results with hash " + Long.toHexString(hash));
    }

    /** All lines. */
    List<String> lines() {
        return lines;
    }

    private void mix(long value) {
        hash = Long.rotateLeft(hash ^ value, 23) * 0x9E3779B97F4A7C15L;
    }
}
