// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.milestone;

import java.util.HashSet;
import java.util.Set;
import vireo.generator.check.fact.Fact;
import vireo.generator.check.fact.Place;

/** What can have been reached between driver and device, in the words of the facts. */
public final class Milestone {
    /** Of a device: it uses no memory. Of what keeps memory for good: it does. */
    public static final String QUIET = "quiet";
    /** Of a device: it uses no memory, because it was stopped. */
    public static final String STOPPED = "stopped";
    /** Of an expression for a device: stopped by this very name. */
    public static final String RESET = "reset";
    /** Of a variable: no device was let loose since it got its memory. */
    public static final String UNSEEN = "unseen";
    /** Of a block: its status was written 0, and nothing else since. */
    public static final String ZEROED = "zeroed";
    /** Of a device: its status was read to be 0 since the last write to it. */
    public static final String CONFIRMED = "confirmed";
    /** Of a block: some register of it was written. */
    public static final String WRITTEN = "written";
    /** Of a value and a device: the device's status, as it is since the last write to it. */
    static final String SAID = "said ";
    /** Of a value and a block: what is in a register since the last write to the block. */
    static final String READ = "read ";
    /** Of a block or device: a condition on what was read had this outcome. */
    static final String POLLED = "polled ";
    static final String TOLD = "told ";
    static final String ACCEPTED = "accepted ";

    /** In a constructor: no device knows of the new object's memory. */
    public static final Fact NEW = Fact.of("new", Place.self());
    /** A caller has stopped the device. */
    static final Fact AT_REST = Fact.of("at rest");
    /** No wait was given up with the device still at work. */
    public static final Fact IN_TIME = Fact.of("in time");

    private Milestone() {}

    /** A feature was negotiated. */
    public static Fact feature(int number) {
        return Fact.of("feature " + number);
    }

    /** A device was told bits of its status. */
    public static Set<Fact> told(long bits, Place device) {
        return each(TOLD, bits, device);
    }

    /** A device was seen to have accepted bits that it had been told. */
    public static Set<Fact> accepted(long bits, Place device) {
        return each(ACCEPTED, bits, device);
    }

    /** Whether the fact is that a register of the block was polled. */
    public static boolean isPolled(Fact fact) {
        return fact.kind().startsWith(POLLED);
    }

    private static Set<Fact> each(String kind, long bits, Place device) {
        Set<Fact> all = new HashSet<>();
        for (int bit = 0; bit < 64; bit++) {
            if ((bits >>> bit & 1) != 0) {
                all.add(Fact.of(kind + bit, device));
            }
        }
        return all;
    }

    /** What a reset ends. */
    static boolean isOfStatus(String kind) {
        return kind.startsWith(TOLD) || kind.startsWith(ACCEPTED);
    }

    static boolean isAccepted(String kind) {
        return kind.startsWith(ACCEPTED);
    }

    /** What ends when a device is let loose. */
    static boolean isOfRest(String kind) {
        return kind.equals(QUIET) || kind.equals(STOPPED) || kind.equals(RESET) || kind.equals(NEW.kind())
                || kind.equals(AT_REST.kind());
    }
}
