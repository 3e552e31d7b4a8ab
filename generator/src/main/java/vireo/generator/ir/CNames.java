// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.ir;

import java.util.Locale;

/** The one rule that makes C names of Java names. */
public final class CNames {
    private CNames() {}

    /** {@code pollUsed} is {@code poll_used}, {@code DMAError} is {@code dma_error}; constants in capitals become lower case. */
    public static String snake(String java) {
        StringBuilder c = new StringBuilder(java.length() + 4);
        for (int i = 0; i < java.length(); i++) {
            char ch = java.charAt(i);
            boolean wordStarts = i > 0
                    && Character.isUpperCase(ch)
                    && java.charAt(i - 1) != '_'
                    && (!Character.isUpperCase(java.charAt(i - 1))
                            || i + 1 < java.length() && Character.isLowerCase(java.charAt(i + 1)));
            if (wordStarts) {
                c.append('_');
            }
            c.append(Character.toLowerCase(ch));
        }
        return c.toString();
    }

    /** A type: {@code vireo.virtio.VirtQueue} is {@code virt_queue}. */
    public static String type(String qualified) {
        return snake(simple(qualified));
    }

    /** A method: {@code virt_queue_poll_used}; the constructor is {@code virt_queue_init}. */
    public static String function(MethodDecl method) {
        return function(method.owner(), method.kind() == MethodDecl.Kind.CONSTRUCTOR ? "init" : method.name());
    }

    /** A method of a type, by names. */
    public static String function(String ownerQualified, String method) {
        return type(ownerQualified) + "_" + snake(method);
    }

    /** A constant, register offset or enum constant: {@code VIRT_QUEUE_MAX_SIZE}, {@code COMMON_CFG_DEVICE_STATUS}. */
    public static String macro(String ownerQualified, String name) {
        String own =
                name.equals(name.toUpperCase(Locale.ROOT)) ? name : snake(name).toUpperCase(Locale.ROOT);
        return type(ownerQualified).toUpperCase(Locale.ROOT) + "_" + own;
    }

    /** A field, component, parameter or local variable; a name that C or the port has taken gets a trailing underscore. */
    public static String variable(String java) {
        String name = snake(java);
        return CReservedNames.contains(name) ? name + "_" : name;
    }

    /** The receiver parameter: the last word of the class's name, where C and the port leave it free. */
    public static String receiver(String ownerQualified) {
        String whole = type(ownerQualified);
        String last = whole.substring(whole.lastIndexOf('_') + 1);
        return CReservedNames.contains(last) ? "self" : last;
    }

    private static String simple(String qualified) {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }
}
