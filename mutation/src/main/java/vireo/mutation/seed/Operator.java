// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.seed;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The kinds of error that are seeded. */
public enum Operator {
    /** A register or field at another offset. */
    OFFSET("register offset"),
    /** A register, field, access or number of another width. */
    WIDTH("width"),
    /** A register of another access mode, or of another one of the same type. */
    ACCESS("access"),
    /** The other byte order, or a conversion left out. */
    ENDIANNESS("endianness"),
    /** Another operator. */
    OPERATOR("operator"),
    /** Another constant. */
    CONSTANT("constant"),
    /** One more, one less, or the bound itself. */
    OFF_BY_ONE("off by one"),
    /** A statement left out. */
    DROPPED_STATEMENT("dropped statement"),
    /** Two neighbouring statements in the other order, neither of which speaks to the device. */
    SWAPPED_STATEMENTS("swapped statements"),
    /** A barrier, or the ordering of a store or load, left out. */
    DROPPED_BARRIER("dropped barrier"),
    /** Two neighbouring statements in the other order, one of which speaks to the device; two arguments in the other order. */
    WRONG_ORDER("wrong order"),
    /** Another variable of the same type. */
    WRONG_VARIABLE("wrong variable"),
    /** A check with its error left out, reversed, or weakened. */
    DROPPED_CHECK("dropped check"),
    /** A release left out. */
    DROPPED_RELEASE("dropped release");

    private final String title;

    Operator(String title) {
        this.title = title;
    }

    /** As tables show it. */
    public String title() {
        return title;
    }

    /** As the command line and the files of results name it. */
    public String key() {
        return title.replace(' ', '-');
    }

    /**
     * The operator of that {@link #key}.
     *
     * @throws IllegalArgumentException with the keys that there are
     */
    public static Operator of(String key) {
        return Arrays.stream(values()).filter(o -> o.key().equals(key)).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "there is no operator '" + key + "'; there are " + Arrays.stream(values()).map(Operator::key).collect(Collectors.joining(", "))));
    }
}
