// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.milestone;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vireo.generator.check.fact.CallOrder;
import vireo.generator.check.fact.Place;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Protocol;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;

/**
 * Which expressions stand for the same device. An object with one way to one device stands for it, whatever that way is called on the
 * way down; one that was made for two devices has two, told apart by the constructor's parameters that they came by.
 */
public final class Devices {
    /** What is looked for: what can be stopped, or what can keep memory for good. */
    public enum Sort {
        DEVICE,
        KEEPER
    }

    private record Store(MethodDecl method, Optional<Expr> value, List<Expr> arguments) {}

    private final Program program;
    private final CallGraph calls;
    private final Meanings meanings;
    private final Map<FieldDecl, Set<Store>> stores = new HashMap<>();
    private final Map<String, Boolean> known = new HashMap<>();
    private final Map<String, Set<String>> roots = new HashMap<>();
    private final Map<Sort, Set<String>> reaching = new HashMap<>();

    Devices(CallGraph calls, Meanings meanings) {
        this.calls = calls;
        this.program = calls.program();
        this.meanings = meanings;
        for (MethodDecl method : calls.methods()) {
            method.body().ifPresent(body -> Statements.walk(body, s -> {
                if (s instanceof Stmt.SetField f) {
                    store(f.field(), new Store(method, Optional.of(f.value()), List.of()));
                } else if (s instanceof Stmt.Embed e) {
                    store(e.field(), new Store(method, Optional.empty(), e.arguments()));
                }
            }));
        }
    }

    private void store(FieldDecl field, Store store) {
        stores.computeIfAbsent(field, key -> new HashSet<>()).add(store);
    }

    /** The name of a driver's type; empty for all others. */
    public static Optional<String> name(Type type) {
        if (type instanceof Type.Object object) {
            return Optional.of(object.name());
        }
        if (type instanceof Type.Interface seen) {
            return Optional.of(seen.name());
        }
        return type instanceof Type.Value value ? Optional.of(value.name()) : Optional.empty();
    }

    /** Whether objects of the type are of the sort, or have such an object. */
    public boolean is(Type type, Sort sort) {
        return name(type).filter(name -> is(name, sort)).isPresent();
    }

    private boolean is(String name, Sort sort) {
        String key = sort + name;
        Boolean answer = known.get(key);
        if (answer == null) {
            known.put(key, false);
            TypeDecl type = program.type(name).orElse(null);
            answer = type != null && (declares(type, sort) || leads(type, sort));
            known.put(key, answer);
        }
        return answer;
    }

    /** Whether who has an object of the type gets at a device by it: a component, what a method gives, or what a method does. */
    private boolean leads(TypeDecl type, Sort sort) {
        if (type instanceof TypeDecl.RecordDecl record) {
            return record.components().stream().anyMatch(f -> is(f.type(), sort));
        }
        boolean has = type instanceof TypeDecl.InterfaceDecl || fields(type).stream().anyMatch(f -> is(f.type(), sort));
        return has && Program.methodsOf(type).stream().anyMatch(m -> is(m.result(), sort)
                || m.kind() == MethodDecl.Kind.INSTANCE && calls.targets(m.key()).stream().anyMatch(t -> reaching(sort).contains(t.key())));
    }

    /** The methods that change the state of a device, or of a keeper, themselves or by what they call. */
    private Set<String> reaching(Sort sort) {
        return reaching.computeIfAbsent(sort, key -> {
            Set<String> found = new HashSet<>();
            for (MethodDecl method : CallOrder.calleesFirst(calls)) {
                method.body().ifPresent(body -> Statements.walk(body, s -> {
                    Protocol does = meanings.of(s);
                    boolean here = sort == Sort.KEEPER ? does.keeps() : does.exposes() || does.quiesces() && !does.keeps();
                    if (here || CallGraph.target(s).filter(t -> calls.targets(t).stream().anyMatch(m -> found.contains(m.key()))).isPresent()) {
                        found.add(method.key());
                    }
                }));
            }
            return found;
        });
    }

    /** Whether a method of the type itself lets the device loose or stops it, or keeps memory. */
    private boolean declares(TypeDecl type, Sort sort) {
        return Program.methodsOf(type).stream().filter(m -> m.kind() == MethodDecl.Kind.INSTANCE).map(meanings::of)
                .anyMatch(p -> sort == Sort.KEEPER ? p.keeps() : p.exposes() || p.quiesces() && !p.keeps());
    }

    private static List<FieldDecl> fields(TypeDecl type) {
        return type instanceof TypeDecl.ClassDecl c ? c.fields() : type instanceof TypeDecl.RecordDecl r ? r.components() : List.of();
    }

    /** The devices that objects of a type were made for, by where they came from; none where an object is a device itself. */
    private Set<String> roots(String name, Sort sort) {
        String key = sort + name;
        Set<String> found = roots.get(key);
        if (found == null) {
            roots.put(key, Set.of());
            Set<String> all = new TreeSet<>();
            program.type(name).ifPresent(type -> fields(type).stream().filter(f -> is(f.type(), sort))
                    .forEach(f -> all.addAll(origins(f, sort, new HashSet<>()))));
            found = all;
            roots.put(key, found);
        }
        return found;
    }

    private Set<String> origins(FieldDecl field, Sort sort, Set<Object> visited) {
        Set<String> found = new TreeSet<>();
        if (!visited.add(field)) {
            return found;
        }
        boolean inClass = program.type(field.owner()).orElse(null) instanceof TypeDecl.ClassDecl;
        for (Store store : stores.getOrDefault(field, Set.of())) {
            store.value().ifPresent(value -> found.addAll(origins(value, store.method(), sort, visited)));
            store.arguments().stream().filter(a -> is(a.type(), sort))
                    .forEach(a -> found.addAll(origins(a, store.method(), sort, visited)));
        }
        return !inClass || found.isEmpty() ? Set.of("field " + field.name()) : found;
    }

    private Set<String> origins(Expr e, MethodDecl method, Sort sort, Set<Object> visited) {
        Set<String> found = new TreeSet<>();
        if (e instanceof Expr.Convert convert) {
            return origins(convert.operand(), method, sort, visited);
        }
        if (e instanceof Expr.Field field) {
            boolean own = field.object() instanceof Expr.This && program.type(method.owner()).orElse(null) instanceof TypeDecl.ClassDecl;
            return own ? origins(field.field(), sort, visited) : origins(field.object(), method, sort, visited);
        }
        if (e instanceof Expr.Conditional choice) {
            found.addAll(origins(choice.yes(), method, sort, visited));
            found.addAll(origins(choice.no(), method, sort, visited));
        } else if (e instanceof Expr.NewValue made) {
            made.components().stream().filter(c -> is(c.type(), sort)).forEach(c -> found.addAll(origins(c, method, sort, visited)));
        } else if (e instanceof Expr.Get get && method.parameters().contains(get.local())) {
            found.add(method.kind() == MethodDecl.Kind.CONSTRUCTOR ? get.local().name() : method.key() + " " + get.local().name());
        } else if (e instanceof Expr.Get get && visited.add(List.of(method.key(), get.local()))) {
            meanings.definitions(method, get.local()).forEach(s -> found.addAll(made(s, method, sort, visited)));
        }
        return found;
    }

    /** Where the result of a statement comes from: what it was made of. */
    private Set<String> made(Stmt s, MethodDecl method, Sort sort, Set<Object> visited) {
        Set<String> found = new TreeSet<>();
        if (s instanceof Stmt.Declare d) {
            d.value().ifPresent(v -> found.addAll(origins(v, method, sort, visited)));
        } else if (s instanceof Stmt.Assign a) {
            found.addAll(origins(a.value(), method, sort, visited));
        } else {
            participants(s).stream().filter(e -> is(e.type(), sort)).forEach(e -> found.addAll(origins(e, method, sort, visited)));
        }
        return found;
    }

    /** The receiver and the arguments of a call. */
    static List<Expr> participants(Stmt s) {
        return s instanceof Stmt.Call || s instanceof Stmt.New || s instanceof Stmt.Embed ? Statements.expressions(s) : List.of();
    }

    private boolean isOne(String name, Sort sort) {
        Set<String> all = roots(name, sort);
        return all.size() == 1 || all.isEmpty() && program.type(name).filter(t -> declares(t, sort)).isPresent();
    }

    /** What stands for the device that the place is, or is the way to. */
    public Place of(Place place, MethodDecl method, Sort sort) {
        if (place.field().isPresent()) {
            FieldDecl field = place.field().get();
            Place object = of(place.parts().get(0), method, sort);
            if (isOne(field.owner(), sort)) {
                return object;
            }
            Set<String> origins = is(field.type(), sort) ? origins(field, sort, new HashSet<>()) : Set.of();
            return origins.size() == 1 ? root(origins.iterator().next(), object) : Place.of(object, field);
        }
        if (place.local().isPresent() && method.kind() == MethodDecl.Kind.CONSTRUCTOR) {
            Local local = place.local().get();
            if (method.parameters().contains(local) && roots(method.owner(), sort).contains(local.name())) {
                return isOne(method.owner(), sort) ? Place.self() : root(local.name(), Place.self());
            }
        }
        return place;
    }

    private static Place root(String name, Place object) {
        return Place.of("device " + name, List.of(object));
    }

    /** What stands for each device of the object that the method runs on. */
    public Set<Place> own(MethodDecl method, Sort sort) {
        if (method.kind() == MethodDecl.Kind.STATIC) {
            return Set.of();
        }
        Set<Place> found = new HashSet<>();
        if (isOne(method.owner(), sort)) {
            found.add(Place.self());
        } else {
            roots(method.owner(), sort).forEach(root -> found.add(root(root, Place.self())));
        }
        return found;
    }

    /** What stands for each device that the object of a type was made for; none where it is a device by itself. */
    public Set<Place> handed(MethodDecl method, Sort sort) {
        return method.kind() == MethodDecl.Kind.STATIC || roots(method.owner(), sort).isEmpty() ? Set.of() : own(method, sort);
    }
}
