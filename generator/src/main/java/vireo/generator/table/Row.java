// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.table;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import vireo.generator.source.Span;

/** One line of a section that has a name. */
public sealed interface Row {
    /** As the specification writes it. */
    String name();

    /** The name, where it stands. */
    Span span();

    /** A name without its capitals and underscores: {@code queueSelect}, {@code QUEUE_SELECT} and {@code queue_select} are one. */
    static String key(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** What a driver may do with a register. */
    enum Mode {
        RO,
        WO,
        RW,
        /** Writing ones clears bits. */
        W1C,
        /** Reading has an effect. */
        RC;

        /** As tables write it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A register or a field, which lies somewhere. */
    sealed interface Placed extends Row permits Register, Field {
        /** Bytes from the section's start; empty for what follows an array of variable length. */
        OptionalInt offset();
    }

    /**
     * A register.
     *
     * @param bits of one access, or of both for a register of two halves
     * @param halves 64 bits that are accessed as two times 32
     * @param count how many of them lie one behind the other
     * @param select the register that chooses what this one shows
     * @param needs the feature without which it is not there: section and name
     */
    record Register(
            String name, Span span, OptionalInt offset, int bits, boolean halves, Mode mode, int count, Optional<String> select,
            Optional<Needed> needs)
            implements Placed {}

    /**
     * A field of a structure or ring.
     *
     * @param type {@code u8}, {@code le16}, {@code be32} and so on, or the section that describes its parts
     * @param count elements; -1 for an array of variable length
     * @param array whether it is an array at all
     * @param after the array behind which it lies
     * @param published the index that hands entries over
     */
    record Field(
            String name, Span span, OptionalInt offset, String type, boolean array, int count, Optional<String> after,
            boolean published)
            implements Placed {}

    /** A named number, {@code needs} where it means nothing without a feature. */
    record Value(String name, Span span, BigInteger value, Optional<Needed> needs) implements Row {}

    /** A bit in its place. */
    record Bit(String name, Span span, int number, Optional<Needed> needs) implements Row {}

    /** A feature bit of a section of the same table. */
    record Needed(String section, String name, Span span) {}
}
