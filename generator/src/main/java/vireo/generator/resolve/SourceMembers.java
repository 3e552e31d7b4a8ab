// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.TypeDecl;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Expression;
import vireo.generator.syntax.ast.Member;
import vireo.generator.syntax.ast.TypeDeclaration;

/**
 * The fields, constants and methods of one type of the driver. Constants and plain field types come first, each when it is asked for;
 * what relates a field or parameter to other values comes after, because it names them.
 */
public final class SourceMembers {
    private final World world;
    private final SourceType type;
    private final ConstantTable constants;
    private final FieldTable fields;
    private List<MethodSymbol> methods;

    SourceMembers(World world, SourceType type) {
        this.world = world;
        this.type = type;
        this.constants = new ConstantTable(world, type);
        this.fields = new FieldTable(world, type);
    }

    /** The type whose members these are. */
    public SourceType type() {
        return type;
    }

    /** Whether a constant of that name is declared here; it may still be wrong. */
    public boolean hasConstant(String name) {
        return constants.declares(name);
    }

    /** The constant, empty where there is none or it was refused. */
    public Optional<TypeDecl.ConstantDecl> constant(String name) {
        return constants.find(name);
    }

    /** The names of all constants, in the order of the source. */
    public List<String> constantNames() {
        return constants.names();
    }

    /** All constants that were not refused, in the order of the source. */
    public List<TypeDecl.ConstantDecl> constants() {
        return constants.all();
    }

    /** The field or component, with its bounds. */
    public Optional<FieldDecl> field(String name) {
        return fields.find(name);
    }

    /** The field or component without its bounds, for terms. */
    public Optional<FieldDecl> baseField(String name) {
        return fields.findBase(name);
    }

    /** All fields or components, in the order of the source. */
    public List<FieldDecl> fields() {
        return fields.all();
    }

    /** The names of all fields. */
    public List<String> fieldNames() {
        return fields.all().stream().map(FieldDecl::name).toList();
    }

    /** What a field is initialised with where it is declared, by field name, in the order of the source. */
    public Map<String, Expression> initializers() {
        return fields.initializers();
    }

    /** The methods and constructors, in the order of the source. */
    public List<MethodSymbol> methods() {
        if (methods == null) {
            methods = new MethodTable(world, type).read();
        }
        return methods;
    }

    /** The methods of that name. */
    public List<MethodSymbol> methods(String name) {
        return methods().stream().filter(m -> m.name().equals(name)).toList();
    }

    /** The constants of an enum. */
    public List<TypeDecl.EnumConstant> enumConstants() {
        if (!(type.declaration() instanceof TypeDeclaration.EnumType e)) {
            return List.of();
        }
        return e.constants().stream()
                .map(c -> new TypeDecl.EnumConstant(c.name(), c.modifiers().annotation("Delivered").isPresent(),
                        c.documentation().javadoc(), c.span()))
                .toList();
    }

    /** What the first name of a term stands for inside this type: a final field or a constant. */
    public Optional<Expr> termRoot(String name, Optional<Expr> receiver, Span at) {
        Optional<FieldDecl> field = receiver.isEmpty() ? Optional.empty() : baseField(name);
        if (field.isPresent()) {
            return new Terms(world).finalField(receiver.get(), field.get(), at);
        }
        return constant(name).map(c -> new Expr.NamedConst(c.owner(), c.name(), c.value(), c.type(), at));
    }

    /** {@code this}, inside this type. */
    public Expr self(Span at) {
        return new Expr.This(TypeResolver.of(type, false), at);
    }

    /** The field declarations among the members. */
    static List<Member.Field> fieldMembers(SourceType type) {
        List<Member.Field> found = new ArrayList<>();
        for (Member member : type.declaration().members()) {
            if (member instanceof Member.Field field) {
                found.add(field);
            }
        }
        return found;
    }
}
