// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** Writes the configuration before the features are agreed on; reading is no matter. */
public final class TooEarlyWrite {
    private TooEarlyWrite() {}

    /** Chooses a mode. */
    public static void choose(Found found, Modes modes) {
        if (!found.link().isOld() && modes.speed().read() > 10) {
            modes.mode().write(1); // expect VR702: 'mode' is written by who cannot show that the device has come so far
        }
    }
}
