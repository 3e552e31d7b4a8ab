// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** A boxed object would lie inside its owner, and give back memory that is not its own. */
public final class EmbeddedBox {
    private final Crate crate;
    private final Crate other = new Crate(2); // expect VR112: a `@Boxed` object inside another: `Crate` in field `other`

    /** One crate. */
    public EmbeddedBox() {
        this.crate = new Crate(1); // expect VR112: a `@Boxed` object inside another: `Crate` in field `crate`
    }

    /** How much goes into both. */
    public int size() {
        return crate.size() + other.size();
    }
}
