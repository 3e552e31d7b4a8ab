// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A descriptor chain as the device reads it.
 *
 * @param head its first descriptor
 * @param segments its memory, in the chain's order
 */
public record Chain(int head, List<Segment> segments) {
    /**
     * The memory of one descriptor.
     *
     * @param address physical
     * @param length bytes
     * @param writable whether the device may write it; it may read it otherwise
     */
    public record Segment(long address, long length, boolean writable) {}

    /** What the device may read. */
    public List<Segment> readable() {
        return segments.stream().filter(segment -> !segment.writable()).toList();
    }

    /** What the device may write. */
    public List<Segment> writable() {
        return segments.stream().filter(Segment::writable).toList();
    }

    /** Bytes that the device may write. */
    public long writableLength() {
        return writable().stream().mapToLong(Segment::length).sum();
    }

    /** The chain's rules that the driver has broken. VIRTIO 1.4, 2.7.4.2. */
    List<String> violations() {
        List<String> found = new ArrayList<>();
        boolean writableSeen = false;
        for (Segment segment : segments) {
            if (writableSeen && !segment.writable()) {
                found.add("chain " + head + ": readable memory after writable memory");
            }
            if (segment.length() == 0) {
                found.add("chain " + head + ": empty descriptor");
            }
            writableSeen |= segment.writable();
        }
        return found;
    }
}
