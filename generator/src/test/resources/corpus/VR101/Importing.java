// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import java.lang.annotation.Target; // expect VR101: The Java library (java.lang.annotation.Target) is

/** A class that could not use it. */
public final class Importing {
    private Importing() {}
}
