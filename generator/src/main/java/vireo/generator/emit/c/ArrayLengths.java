// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.TypeDecl;

/** Finds the named constant that an array field was declared with, so that the C says the name too. */
final class ArrayLengths {
    private static final Pattern NEW = Pattern.compile("new\\s+[\\w.@]+\\s*\\[\\s*(\\w+)\\s*\\]");

    private ArrayLengths() {}

    static Optional<TypeDecl.ConstantDecl> constant(Program program, FieldDecl field, int length) {
        String text = field.span().file().text();
        int start = field.span().start();
        int semicolon = text.indexOf(';', start);
        Matcher matcher = NEW.matcher(text.substring(start, semicolon < 0 ? text.length() : semicolon));
        if (!matcher.find()) {
            return Optional.empty();
        }
        return program.type(field.owner()).stream()
                .flatMap(owner -> constants(owner).stream())
                .filter(c -> c.name().equals(matcher.group(1)) && c.value().bitLength() < 32 && c.value().intValue() == length)
                .findFirst();
    }

    static List<TypeDecl.ConstantDecl> constants(TypeDecl type) {
        if (type instanceof TypeDecl.ClassDecl c) {
            return c.constants();
        }
        if (type instanceof TypeDecl.RecordDecl r) {
            return r.constants();
        }
        if (type instanceof TypeDecl.InterfaceDecl i) {
            return i.constants();
        }
        if (type instanceof vireo.generator.ir.DmaDecl d) {
            return d.constants();
        }
        return type instanceof TypeDecl.BlockDecl b ? b.constants() : List.of();
    }
}
