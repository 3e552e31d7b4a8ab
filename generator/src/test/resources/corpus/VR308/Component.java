// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Bytes;
import vireo.dsl.Range;

/** A record whose components are told apart by their units only. */
public record Component(@Sectors @Range(max = 100) int start, @Bytes @Range(max = 100) int length) {
    /** Turned round. */
    public static Component of(@Sectors @Range(max = 100) int start, @Bytes @Range(max = 100) int length) {
        return start == 0
                ? new Component(start, length)
                : new Component(start, start); // expect VR308: 'start' is @Sectors, and the component 'length' of Component is @Bytes.
    }

    /** The end. */
    public static @Sectors int end(Component area) {
        return area.start() + area.length(); // expect VR308: 'area.start()' is @Sectors, and 'area.length()' is @Bytes.
    }
}
