// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;

/**
 * Which types have values that depend on others, and on which. Two values that are handed over together may depend on each other, and
 * nothing but their types tells.
 */
final class LoanTypes {
    private static final String MEMORY = "struct vireo_dma_memory";
    private static final String WINDOW = "struct vireo_window";

    private final Program program;
    private final LinearTypes linear;
    private final Origins origins;
    private final Map<Type, Boolean> carrying = new HashMap<>();
    private final Map<Type, Set<String>> contained = new HashMap<>();

    LoanTypes(Program program, LinearTypes linear, Origins origins) {
        this.program = program;
        this.linear = linear;
        this.origins = origins;
    }

    /** A value of the type may be, refer to or contain something that somebody ends. */
    boolean carries(Type type) {
        Boolean known = carrying.get(type);
        if (known == null) {
            carrying.put(type, false);
            known = carriesItself(type) || type instanceof Type.Value value
                    && program.type(value.name()).orElse(null) instanceof TypeDecl.RecordDecl record
                    && record.components().stream().anyMatch(c -> carries(c.type()));
            carrying.put(type, known);
        }
        return known;
    }

    private boolean carriesItself(Type type) {
        return type instanceof Type.Object || type instanceof Type.Interface || type instanceof Type.Array || isView(type)
                || linear.isLinear(type);
    }

    /** Registers or memory, seen through a layout. */
    static boolean isView(Type type) {
        return type instanceof Type.Block || type instanceof Type.Dma || type instanceof Type.DmaArray || type instanceof Type.DmaBytes;
    }

    /** A field whose content lies inside its object or is owned by it, and ends with it. */
    boolean isInside(FieldDecl field) {
        return field.type() instanceof Type.Array || origins.isEmbedded(field) || origins.isOwned(field) || linear.isInside(field);
    }

    /** An owned field that may get another value while its object goes on. */
    boolean isChangeable(FieldDecl field) {
        return !field.isFinal() && linear.isLinear(field.type()) && isInside(field);
    }

    /**
     * Whether a value of one type may depend on one of another.
     *
     * @param loansOf what the content of a field depends on, in terms of its object
     */
    boolean mayKeep(Type keeper, Type lender, Function<FieldDecl, Set<Loan>> loansOf) {
        Set<String> kept = kept(keeper, loansOf, new HashSet<>());
        return !kept.isEmpty() && contains(lender).stream().anyMatch(kept::contains);
    }

    private Set<String> kept(Type type, Function<FieldDecl, Set<Loan>> loansOf, Set<String> seen) {
        Set<String> found = new HashSet<>();
        for (FieldDecl field : parts(type, seen)) {
            boolean record = program.type(field.owner()).orElse(null) instanceof TypeDecl.RecordDecl;
            if (record && !linear.isInside(field) || loansOf.apply(field).stream().anyMatch(Loan::behind)) {
                found.addAll(isInside(field) ? Set.of() : referred(field.type()));
                found.addAll(kept(field.type(), loansOf, seen));
            }
        }
        return found;
    }

    private static Set<String> referred(Type type) {
        if (type instanceof Type.Block) {
            return Set.of(WINDOW);
        }
        return isView(type) ? Set.of(MEMORY) : names(type);
    }

    private static Set<String> names(Type type) {
        if (type instanceof Type.Object object) {
            return Set.of(object.name());
        }
        if (type instanceof Type.Interface seen) {
            return Set.of(seen.name());
        }
        if (type instanceof Type.Value value) {
            return Set.of(value.name());
        }
        return type instanceof Type.Foreign foreign ? Set.of(foreign.cType()) : Set.of();
    }

    /** The fields of the types that a value may have; each type once. */
    private List<FieldDecl> parts(Type type, Set<String> seen) {
        Type element = type instanceof Type.Array array ? array.element() : type;
        return names(element).stream().flatMap(name -> program.type(name).stream()).flatMap(t -> parts(t, seen).stream()).toList();
    }

    private List<FieldDecl> parts(TypeDecl type, Set<String> seen) {
        if (!seen.add(type.name())) {
            return List.of();
        }
        if (type instanceof TypeDecl.RecordDecl record) {
            return record.components();
        }
        if (type instanceof TypeDecl.InterfaceDecl declared) {
            return declared.implementations().stream().flatMap(name -> program.type(name).stream())
                    .flatMap(t -> parts(t, seen).stream()).toList();
        }
        return type instanceof TypeDecl.ClassDecl c ? c.fields() : List.of();
    }

    /** The types of a value and of everything that lies in it or is owned by it. */
    private Set<String> contains(Type type) {
        Set<String> known = contained.get(type);
        if (known == null) {
            known = new HashSet<>();
            contained.put(type, known);
            known.addAll(names(type));
            for (String name : names(type)) {
                program.type(name).ifPresent(t -> within(t, contained.get(type)));
            }
        }
        return known;
    }

    private void within(TypeDecl type, Set<String> found) {
        if (type instanceof TypeDecl.ClassDecl c) {
            found.addAll(c.interfaces());
            c.fields().stream().filter(this::isInside).forEach(f -> found.addAll(contains(f.type())));
        } else if (type instanceof TypeDecl.RecordDecl r) {
            found.addAll(r.interfaces());
            r.components().stream().filter(linear::isInside).forEach(f -> found.addAll(contains(f.type())));
        } else if (type instanceof TypeDecl.InterfaceDecl i) {
            i.implementations().forEach(name -> found.addAll(contains(new Type.Object(name, false))));
        }
    }
}
