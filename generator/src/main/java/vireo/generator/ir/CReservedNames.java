// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.ir;

import java.util.Set;

/** Names that generated C may not declare: keywords of C11 and C23, kernel-wide names, and what port.h brings. */
public final class CReservedNames {
    private static final Set<String> NAMES = Set.of(
            // C keywords and what <stdbool.h>, <stddef.h> define
            "auto", "break", "case", "char", "const", "continue", "default", "do", "double", "else", "enum", "extern",
            "float", "for", "goto", "if", "inline", "int", "long", "register", "restrict", "return", "short", "signed",
            "sizeof", "static", "struct", "switch", "typedef", "union", "unsigned", "void", "volatile", "while", "asm",
            "typeof", "bool", "true", "false", "nullptr", "constexpr", "alignas", "alignof", "static_assert",
            "thread_local", "typeof_unqual", "NULL", "offsetof", "size_t", "ptrdiff_t", "wchar_t", "linux", "unix",
            "main", "errno",
            // types of the port
            "u8", "u16", "u32", "u64", "s8", "s16", "s32", "s64", "__le16", "__le32", "__le64", "__be16", "__be32",
            "__be64", "uint8_t", "uint16_t", "uint32_t", "uint64_t", "int8_t", "int16_t", "int32_t", "int64_t",
            // macros and functions of the port and of kernels
            "container_of", "READ_ONCE", "WRITE_ONCE", "current", "cpu_to_le16", "cpu_to_le32", "cpu_to_le64",
            "le16_to_cpu", "le32_to_cpu", "le64_to_cpu", "cpu_to_be16", "cpu_to_be32", "cpu_to_be64", "be16_to_cpu",
            "be32_to_cpu", "be64_to_cpu", "BIT", "GENMASK", "ARRAY_SIZE", "EIO", "ENXIO", "EAGAIN", "ENOMEM", "EFAULT", "EBUSY",
            "ENODEV", "EINVAL", "ENOSPC", "EROFS", "ERANGE", "ENODATA", "EPROTO", "EBADMSG", "EOVERFLOW", "EMSGSIZE",
            "EOPNOTSUPP", "ENOBUFS", "ESHUTDOWN", "ETIMEDOUT",
            // what the emitter itself puts into a function
            "err", "ops");

    private CReservedNames() {}

    /** Whether the name is taken; every name that starts like the port's own is. */
    public static boolean contains(String name) {
        return NAMES.contains(name) || name.startsWith("vireo_") || name.startsWith("VIREO_") || name.startsWith("__");
    }
}
