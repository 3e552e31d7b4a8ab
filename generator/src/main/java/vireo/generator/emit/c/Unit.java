// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.util.ArrayList;
import java.util.List;
import vireo.generator.emit.c.tree.CDecl;
import vireo.generator.ir.CNames;
import vireo.generator.ir.TypeDecl;

/** The header and the source that stand for one Java type, while they are written. */
final class Unit {
    private final TypeDecl type;
    private final List<CDecl> header = new ArrayList<>();
    private final List<CDecl> source = new ArrayList<>();

    Unit(TypeDecl type) {
        this.type = type;
    }

    TypeDecl type() {
        return type;
    }

    List<CDecl> header() {
        return header;
    }

    List<CDecl> source() {
        return source;
    }

    /** The folder: the last segment of the package. */
    String folder() {
        String name = type.name();
        int dot = name.lastIndexOf('.');
        String packageName = dot < 0 ? "" : name.substring(0, dot);
        return packageName.substring(packageName.lastIndexOf('.') + 1);
    }

    /** The path without its suffix: {@code virtio/virt_queue}. */
    String path() {
        String file = CNames.type(type.name());
        return folder().isEmpty() ? file : folder() + "/" + file;
    }
}
