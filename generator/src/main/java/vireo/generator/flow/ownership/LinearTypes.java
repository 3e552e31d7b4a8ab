// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import java.util.List;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;

/**
 * Which types are linear, and which parts of a value are its own. A struct of the port or a record is a value: whoever holds it owns
 * it. An object or interface is a reference: a component of a record that is one is borrowed.
 */
public final class LinearTypes {
    private final Program program;

    public LinearTypes(Program program) {
        this.program = program;
    }

    /** Values of the type are consumed exactly once. */
    public boolean isLinear(Type type) {
        return isLinearValue(type) || isLinearReference(type);
    }

    /** A linear type whose values are copied in C: every copy is the thing itself. */
    public boolean isLinearValue(Type type) {
        if (type instanceof Type.Foreign foreign) {
            return foreign.linear();
        }
        return type instanceof Type.Value value
                && program.type(value.name()).orElse(null) instanceof TypeDecl.RecordDecl record
                && record.linear();
    }

    private boolean isLinearReference(Type type) {
        if (type instanceof Type.Object object) {
            return program.type(object.name()).orElse(null) instanceof TypeDecl.ClassDecl declared && declared.linear();
        }
        return type instanceof Type.Interface seen
                && program.type(seen.name()).orElse(null) instanceof TypeDecl.InterfaceDecl declared
                && isLinear(declared);
    }

    private boolean isLinear(TypeDecl.InterfaceDecl declared) {
        return declared.linear()
                || declared.methods().stream().anyMatch(m -> m.movesReceiver())
                || declared.implementations().stream().anyMatch(name -> isLinear(new Type.Object(name, false)));
    }

    /** The components that a linear record owns: they are consumed with it, or each by itself instead of it. */
    List<FieldDecl> ownComponents(Type type) {
        if (type instanceof Type.Value value && program.type(value.name()).orElse(null) instanceof TypeDecl.RecordDecl record) {
            return record.components().stream().filter(c -> isLinearValue(c.type())).toList();
        }
        return List.of();
    }

    /** A linear record that owns nothing: it stands for something that was done or may be done. */
    boolean isToken(Type type) {
        return type instanceof Type.Value && isLinear(type) && ownComponents(type).isEmpty();
    }

    /** Whether a part lies inside its whole by value, so that who owns the whole owns it. */
    boolean isInside(FieldDecl part) {
        return isLinearValue(part.type()) && program.type(part.owner()).orElse(null) instanceof TypeDecl.RecordDecl;
    }
}
