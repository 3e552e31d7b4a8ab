// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

/** One invariant: what it finds is refused. */
public interface Check {

    /** The stable code under which the invariant is known and explained: {@code VR301}. */
    String code();
}
