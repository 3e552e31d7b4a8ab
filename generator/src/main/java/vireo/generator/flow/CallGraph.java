// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.TypeDecl;
import vireo.generator.source.Span;

/** Who calls whom: a call of an interface's method counts as a call of each implementation. */
public final class CallGraph {

    /** One call: where it stands and which method it may run. */
    public record Site(MethodDecl callee, Span span) {}

    private final Map<String, List<Site>> calls = new LinkedHashMap<>();
    private final Map<String, List<MethodDecl>> implementations = new LinkedHashMap<>();
    private final List<MethodDecl> methods = new ArrayList<>();
    private final Program program;

    public CallGraph(Program program) {
        this.program = program;
        for (TypeDecl type : program.types()) {
            if (type instanceof TypeDecl.InterfaceDecl declared) {
                for (MethodDecl method : declared.methods()) {
                    implementations.put(method.key(), implementing(declared, method));
                }
            }
            methods.addAll(Program.methodsOf(type));
        }
        for (MethodDecl method : methods) {
            List<Site> sites = new ArrayList<>();
            method.body().ifPresent(body -> Statements.walk(body, statement -> target(statement)
                    .ifPresent(key -> targets(key).forEach(callee -> sites.add(new Site(callee, statement.span()))))));
            calls.put(method.key(), List.copyOf(sites));
        }
    }

    private List<MethodDecl> implementing(TypeDecl.InterfaceDecl declared, MethodDecl method) {
        List<MethodDecl> found = new ArrayList<>();
        String signature = method.key().substring(declared.name().length());
        for (String name : declared.implementations()) {
            found.add(program.method(name + signature).orElseThrow(
                    () -> new IllegalStateException(name + " implements " + declared.name() + " without " + signature)));
        }
        return List.copyOf(found);
    }

    /** The key of the method that a statement calls, constructors included. */
    public static Optional<String> target(Stmt statement) {
        if (statement instanceof Stmt.Call call) {
            return Optional.of(call.method());
        }
        if (statement instanceof Stmt.New created) {
            return Optional.of(created.constructor());
        }
        return statement instanceof Stmt.Embed embedded ? Optional.of(embedded.constructor()) : Optional.empty();
    }

    /** The methods with a body that a call of {@code key} may run. */
    public List<MethodDecl> targets(String key) {
        List<MethodDecl> several = implementations.get(key);
        return several != null ? several : program.method(key).map(List::of).orElse(List.of());
    }

    public Program program() {
        return program;
    }

    /** All methods of the program, in the order of their types. */
    public List<MethodDecl> methods() {
        return methods;
    }

    public List<Site> callsOf(MethodDecl method) {
        return calls.getOrDefault(method.key(), List.of());
    }

    /** The implementations of each interface method, by the interface method's key. */
    public Map<String, List<MethodDecl>> implementations() {
        return implementations;
    }
}
