// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** The same number, as a long. */
public final class LongLiteral {
    private LongLiteral() {}

    /** Many. */
    public static long many() {
        return 99999999999L;
    }
}
