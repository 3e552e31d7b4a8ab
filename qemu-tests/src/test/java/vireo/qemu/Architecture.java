// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import java.util.Locale;

/** A kind of CPU, by the name that the bare kernel's makefile knows it by. */
enum Architecture {
    X86_64,
    AARCH64,
    RISCV64;

    /** As in {@code make ARCH=}. */
    String makeName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
