// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A class whose objects live on the kernel's heap, each in an allocation of its own, so that they outlive the call that
 * makes them and can be handed to the kernel.
 *
 * <p>An object is made by {@code new} into a local variable, a result or an argument marked {@link Moves}, never into a
 * field (VR112): a field owns one that its constructor was given. Where there is no memory, {@code new} fails with
 * {@link Errno#ENOMEM}. The method that is marked {@link Moves} ends the object and gives its memory back.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Boxed {}
