// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** An index that the device wrote. */
public final class DeviceIndex {
    private final boolean[] inFlight = new boolean[16];

    /** Takes a completion. */
    public boolean complete(Slot slot) {
        int id = (int) (slot.id().get() & 0x1F);
        return inFlight[id]; // expect VR303: not known to be below
    }
}
