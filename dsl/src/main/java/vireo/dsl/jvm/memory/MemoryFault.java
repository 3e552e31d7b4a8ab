// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.memory;

/** An access to memory that is not there, or no longer: in a kernel this would have been a corruption. */
public final class MemoryFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    MemoryFault(String message) {
        super(message);
    }
}
