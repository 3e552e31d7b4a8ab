// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.ir.CNames;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;

/** What the emitter has to know about the whole program: who implements what, who owns what, what is called at all. */
final class ProgramFacts {
    /** A handful: a check or two and what it is about. */
    private static final int INLINED_STATEMENTS = 12;
    /** What a loop counts for: few functions that go round are worth copying. */
    private static final int LOOP_STATEMENTS = 8;
    /** The port's function for a breath in a polling loop. */
    private static final String RELAX = "vireo_relax";

    private final Program program;
    private final Set<FieldDecl> embedded = new HashSet<>();
    private final Set<FieldDecl> owned = new HashSet<>();
    private final Set<String> called = new HashSet<>();
    private final Map<String, Boolean> pure = new HashMap<>();
    private final Set<String> loggedEnums = new HashSet<>();
    private final Map<String, List<MethodDecl>> callers = new HashMap<>();

    ProgramFacts(Program program) {
        this.program = program;
        Map<String, MethodDecl> methods = new HashMap<>();
        List<String> pending = new ArrayList<>();
        for (TypeDecl type : program.types()) {
            for (MethodDecl method : Program.methodsOf(type)) {
                methods.put(method.key(), method);
                if (!method.isPrivate()) {
                    pending.add(method.key());
                }
                IrWalk.forEach(method.body().orElse(List.of()), s -> {
                    callees(s).forEach(callee -> callers.computeIfAbsent(callee, key -> new ArrayList<>()).add(method));
                    ownership(s);
                });
            }
        }
        while (!pending.isEmpty()) {
            String key = pending.remove(pending.size() - 1);
            if (called.add(key) && methods.containsKey(key)) {
                IrWalk.forEach(methods.get(key).body().orElse(List.of()), s -> callees(s).forEach(pending::add));
            }
        }
    }

    Program program() {
        return program;
    }

    private void ownership(Stmt s) {
        if (s instanceof Stmt.Embed e) {
            embedded.add(e.field());
        } else if (s instanceof Stmt.SetField f
                && f.value() instanceof Expr.Get get
                && get.local().kind() != Local.Kind.PARAMETER) {
            owned.add(f.field());
        }
        if (s instanceof Stmt.Log l) {
            l.arguments().forEach(this::logged);
        } else if (s instanceof Stmt.Format f) {
            f.arguments().forEach(this::logged);
        }
    }

    private void logged(Expr argument) {
        if (argument.type() instanceof Type.Enum e) {
            loggedEnums.add(e.name());
        }
    }

    static List<String> callees(Stmt s) {
        if (s instanceof Stmt.Call c) {
            return List.of(c.method());
        }
        if (s instanceof Stmt.New n) {
            return List.of(n.constructor());
        }
        return s instanceof Stmt.Embed e ? List.of(e.constructor()) : List.of();
    }

    /** The object lies inside its owner's struct; otherwise the field points to it. */
    boolean isEmbedded(FieldDecl field) {
        return embedded.contains(field);
    }

    /** The field points to an object on the heap that its class owns. */
    boolean isOwnedPointer(FieldDecl field) {
        return !isEmbedded(field) && owned.contains(field);
    }

    /** Reachable from what other files may call. */
    boolean isCalled(MethodDecl method) {
        return called.contains(method.key());
    }

    /**
     * A private method of a few statements that several places call, or one that is copied itself: worth a copy in each, which
     * compilers do not make of their own accord. What one place calls they do copy there.
     */
    boolean isInlined(MethodDecl method) {
        if (!method.isPrivate()
                || method.body().isEmpty()
                || isKeptApart(method)
                || weight(method.body().get()) > INLINED_STATEMENTS) {
            return false;
        }
        List<MethodDecl> places = callers.getOrDefault(method.key(), List.of());
        return places.size() > 1 || places.stream().anyMatch(this::isInlined);
    }

    /**
     * A private method that lets the processor breathe in a polling loop. Whoever waits has time: copied into its caller, which
     * mostly has not to wait, it would only take registers there.
     */
    boolean isKeptApart(MethodDecl method) {
        boolean[] relaxes = new boolean[1];
        IrWalk.forEach(method.body().orElse(List.of()), s ->
                relaxes[0] |= s instanceof Stmt.ForeignCall call && call.function().cName().equals(RELAX));
        return method.isPrivate() && relaxes[0];
    }

    private static int weight(List<Stmt> body) {
        return body.stream().mapToInt(ProgramFacts::weight).sum();
    }

    /** How many statements; what is done after a failure is not counted, as the way that matters does not come there. */
    private static int weight(Stmt s) {
        if (s instanceof Stmt.Comment || s instanceof Stmt.Declare d && d.value().isEmpty()) {
            return 0;
        }
        if (s instanceof Stmt.Try t) {
            return weight(t.body()) + weight(t.cleanup());
        }
        int own = s instanceof Stmt.Block ? 0 : s instanceof Stmt.Loop ? LOOP_STATEMENTS : 1;
        return own + s.inside().stream().mapToInt(ProgramFacts::weight).sum();
    }

    /** Calling it has no effect but its result: it reads private memory at most. */
    boolean isPure(MethodDecl method) {
        return pure.computeIfAbsent(method.key(), key -> !method.throwing()
                && !freesReceiver(method)
                && method.body().isPresent()
                && method.body().get().stream().allMatch(s -> isPure(s)));
    }

    private boolean isPure(Stmt s) {
        if (s instanceof Stmt.Call c) {
            MethodDecl callee = program.method(c.method()).orElseThrow();
            boolean known = callee.body().isPresent() && callee.body().get().stream().noneMatch(Stmt.Call.class::isInstance);
            return known && !callee.throwing() && !freesReceiver(callee) && callee.body().get().stream().allMatch(this::isPure);
        }
        return s instanceof Stmt.Return || s instanceof Stmt.Declare || s instanceof Stmt.Comment;
    }

    /** Its constants' names are printed by some log line. */
    boolean isLogged(String enumName) {
        return loggedEnums.contains(enumName);
    }

    /** The one class that stands for an interface, where the program has exactly one. */
    Optional<String> soleImplementation(String interfaceName) {
        TypeDecl.InterfaceDecl declared = interfaceDecl(interfaceName);
        List<String> all = declared.implementations();
        return all.size() == 1 && declared.port().isEmpty() ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** The struct that a type is in C: the port has its own name for an interface that it declares. */
    String tag(String name) {
        return program.type(name).orElse(null) instanceof TypeDecl.InterfaceDecl declared && declared.port().isPresent()
                ? declared.port().get()
                : CNames.type(name);
    }

    /** Objects of the class live on the heap, and give their memory back themselves. */
    boolean isBoxed(String className) {
        return program.type(className).orElse(null) instanceof TypeDecl.ClassDecl declared && declared.boxed();
    }

    /** The method ends its object, and with it the object's memory. */
    boolean freesReceiver(MethodDecl method) {
        return method.movesReceiver() && isBoxed(method.owner());
    }

    TypeDecl.InterfaceDecl interfaceDecl(String name) {
        return (TypeDecl.InterfaceDecl) program.type(name).orElseThrow();
    }

    /** The interfaces of a class that are called through function pointers. */
    List<TypeDecl.InterfaceDecl> dispatchedInterfaces(TypeDecl.ClassDecl type) {
        return type.interfaces().stream()
                .filter(name -> program.type(name).isPresent() && soleImplementation(name).isEmpty())
                .map(this::interfaceDecl)
                .toList();
    }

    /** The author's words; for a method without any, those of the interface method that it implements. */
    String documentation(MethodDecl method) {
        if (!method.doc().isEmpty() || !(program.type(method.owner()).orElse(null) instanceof TypeDecl.ClassDecl type)) {
            return method.doc();
        }
        return type.interfaces().stream()
                .flatMap(name -> program.type(name).stream())
                .flatMap(declared -> Program.methodsOf(declared).stream())
                .filter(m -> m.name().equals(method.name()) && m.parameters().size() == method.parameters().size())
                .map(MethodDecl::doc)
                .findFirst()
                .orElse("");
    }

    /** The method of a class that implements an interface's method. */
    MethodDecl implementation(String className, MethodDecl abstractMethod) {
        return Program.methodsOf(program.type(className).orElseThrow()).stream()
                .filter(m -> m.kind() == MethodDecl.Kind.INSTANCE
                        && m.name().equals(abstractMethod.name())
                        && m.parameters().size() == abstractMethod.parameters().size())
                .findFirst()
                .orElseThrow();
    }
}
