// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

/** How a device's interrupts reach the driver. */
enum Wiring {
    POLLED("polled"),
    VECTORS("with a vector for each queue"),
    TWO_VECTORS("with two vectors"),
    ONE_VECTOR("with one vector"),
    LINE("with a line");

    private final String words;

    Wiring(String words) {
        this.words = words;
    }

    /** Vectors that the kernel has for a function. */
    int vectors() {
        return switch (this) {
            case VECTORS -> 16;
            case TWO_VECTORS -> 2;
            case ONE_VECTOR -> 1;
            default -> 0;
        };
    }

    /** For the name of a scenario. */
    @Override
    public String toString() {
        return words;
    }
}
