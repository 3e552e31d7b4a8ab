// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.milestone;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.Place;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;

/** Which types hold device-visible memory, which expressions stand for which memory, and who tells a device of it. */
public final class Releases {
    private static final String DMA_MEMORY = "struct vireo_dma_memory";

    private final Program program;
    private final Meanings meanings;
    private final Map<String, Boolean> holding = new HashMap<>();

    Releases(CallGraph calls, Meanings meanings) {
        this.program = calls.program();
        this.meanings = meanings;
    }

    /** Memory by value: whoever has one has the memory. */
    public boolean isMemory(Type type) {
        if (type instanceof Type.Foreign foreign) {
            return foreign.cType().equals(DMA_MEMORY);
        }
        return type instanceof Type.Value value && program.type(value.name()).orElse(null) instanceof TypeDecl.RecordDecl record
                && record.components().stream().anyMatch(c -> isMemory(c.type()));
    }

    /** Memory, or an object that has some. */
    boolean holdsMemory(Type type) {
        return isMemory(type) || Devices.name(type).filter(this::holds).isPresent();
    }

    private boolean holds(String name) {
        Boolean known = holding.get(name);
        if (known == null) {
            holding.put(name, false);
            TypeDecl type = program.type(name).orElse(null);
            List<FieldDecl> parts = type instanceof TypeDecl.ClassDecl c ? c.fields()
                    : type instanceof TypeDecl.RecordDecl r ? r.components() : List.of();
            known = parts.stream().anyMatch(f -> holdsMemory(f.type()));
            holding.put(name, known);
        }
        return known;
    }

    /** The places of the memory that an expression may stand for. */
    public Set<Place> of(MethodDecl method, Expr e) {
        Set<Place> found = new HashSet<>();
        memory(method, e, found, new HashSet<>());
        return found;
    }

    private void memory(MethodDecl method, Expr e, Set<Place> found, Set<Local> visited) {
        if (e instanceof Expr.Convert convert) {
            memory(method, convert.operand(), found, visited);
        } else if (e instanceof Expr.Conditional choice) {
            memory(method, choice.yes(), found, visited);
            memory(method, choice.no(), found, visited);
        } else if (e instanceof Expr.NewValue made) {
            made.components().stream().filter(c -> isMemory(c.type())).forEach(c -> memory(method, c, found, visited));
        } else if (e instanceof Expr.Field field && !(field.object() instanceof Expr.This)) {
            memory(method, field.object(), found, visited);
        } else if (e instanceof Expr.Get get && !method.parameters().contains(get.local())) {
            if (visited.add(get.local())) {
                meanings.definitions(method, get.local()).forEach(s -> defined(method, s, get.local(), found, visited));
            }
        } else if (e instanceof Expr.Get || e instanceof Expr.This || e instanceof Expr.Field) {
            found.add(e instanceof Expr.Field field ? Place.of(Place.self(), field.field()) : e instanceof Expr.This ? Place.self()
                    : Place.of(((Expr.Get) e).local()));
        }
    }

    private void defined(MethodDecl method, Stmt s, Local local, Set<Place> found, Set<Local> visited) {
        Optional<Expr> value = s instanceof Stmt.Declare d ? d.value() : s instanceof Stmt.Assign a ? Optional.of(a.value()) : Optional.empty();
        if (value.isPresent()) {
            Set<Place> named = new HashSet<>();
            memory(method, value.get(), named, visited);
            named.forEach(place -> found.add(kept(place)));
        } else if (meanings.getter(s).isPresent()) {
            memory(method, meanings.getter(s).get(), found, visited);
        } else {
            found.add(Place.of(local));
        }
    }

    /** What a variable took from a field that may hold something else by now. */
    private static Place kept(Place place) {
        boolean changes = place.field().filter(field -> !field.isFinal()).isPresent();
        return changes ? Place.of("was " + place.field().get().name(), List.of(Place.self())) : place;
    }

    /** Whether a call lets a device loose on memory that it is told of, and this is not that memory. */
    boolean isToldOfOther(MethodDecl method, Stmt statement, Place memory) {
        if (!(statement instanceof Stmt.Call call) || !meanings.of(statement).exposes()) {
            return false;
        }
        Set<Place> told = new HashSet<>();
        call.arguments().forEach(argument -> told.addAll(told(method, argument)));
        Set<Place> own = memory.local().map(local -> of(method, new Expr.Get(local, local.type(), local.span()))).orElse(Set.of(memory));
        return !told.isEmpty() && told.stream().noneMatch(place -> place.equals(memory) || own.contains(place));
    }

    /** The memory that a value was made of: its address, or a view of it. */
    Set<Place> told(MethodDecl method, Expr e) {
        Set<Place> told = new HashSet<>();
        told(method, e, told, new HashSet<>());
        return told;
    }

    private void told(MethodDecl method, Expr e, Set<Place> told, Set<Local> visited) {
        if (isMemory(e.type())) {
            told.addAll(of(method, e));
        }
        if (e instanceof Expr.Get get && visited.add(get.local())) {
            for (Stmt s : meanings.definitions(method, get.local())) {
                Statements.expressions(s).forEach(inner -> told(method, inner, told, visited));
            }
        }
        Expressions.operands(e).forEach(inner -> told(method, inner, told, visited));
    }
}
