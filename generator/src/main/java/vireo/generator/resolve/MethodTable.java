// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.Set;
import java.util.function.Function;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Protocol;
import vireo.generator.ir.Type;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Member;
import vireo.generator.syntax.ast.Modifiers;
import vireo.generator.syntax.ast.Parameter;
import vireo.generator.syntax.ast.Statement;
import vireo.generator.syntax.ast.TypeName;

/** Resolves the signatures of a type's methods and constructors. */
final class MethodTable {
    private final World world;
    private final SourceType type;

    MethodTable(World world, SourceType type) {
        this.world = world;
        this.type = type;
    }

    List<MethodSymbol> read() {
        Map<String, MethodSymbol> bySignature = new LinkedHashMap<>();
        MethodSymbol constructor = null;
        for (Member member : type.declaration().members()) {
            MethodSymbol symbol;
            if (member instanceof Member.Method method) {
                symbol = method(method);
            } else if (member instanceof Member.Constructor made && type.kind() == SourceType.Kind.OBJECT) {
                symbol = constructor(made);
                if (!made.name().equals(type.simpleName())) {
                    world.findings()
                            .declaration(
                                    made.nameSpan(),
                                    "`" + made.name() + "` has no result type, and is no constructor of `"
                                            + type.simpleName() + "`",
                                    "Write the result's type, or name it like the class.");
                }
                if (constructor != null) {
                    world.findings()
                            .duplicate(made.nameSpan(), "constructor of", type.simpleName(), constructor.nameSpan());
                    continue;
                }
                constructor = symbol;
            } else {
                continue;
            }
            MethodSymbol first = bySignature.putIfAbsent(symbol.signature(), symbol);
            if (first != null) {
                world.findings().duplicate(symbol.nameSpan(), "method", symbol.signature(), first.nameSpan());
            }
        }
        if (constructor == null && type.kind() == SourceType.Kind.OBJECT) {
            MethodSymbol implicit = implicitConstructor();
            bySignature.put(implicit.signature(), implicit);
        }
        return List.copyOf(bySignature.values());
    }

    private MethodSymbol method(Member.Method method) {
        Modifiers modifiers = method.modifiers();
        boolean isStatic = modifiers.has(Modifiers.Keyword.STATIC);
        Signature signature = new Signature(method.parameters(), !isStatic, method.nameSpan());
        Type base = world.types().resolve(method.result(), modifiers.annotations(), type);
        if (base instanceof Type.Array || base instanceof Type.Register || base instanceof Type.Cell) {
            world.findings()
                    .outside(
                            method.result().span(),
                            "a result of type `" + TypeText.of(base) + "`",
                            "Give a parameter, or let the caller name the component itself.");
            base = new Type.Erroneous();
        }
        Type result = new Terms(world).relate(base, method.result(), modifiers.annotations(), signature.root());
        return new MethodSymbol(
                type,
                method.name(),
                isStatic ? MethodDecl.Kind.STATIC : MethodDecl.Kind.INSTANCE,
                modifiers.has(Modifiers.Keyword.PRIVATE),
                signature.parameters(),
                finals(method.parameters()),
                result,
                throwing(method.thrown()),
                modifiers.annotation("Moves").isPresent(),
                modifiers.annotation("Discardable").isPresent(),
                modifiers.annotation("Probe").isPresent(),
                method.body(),
                method.documentation().javadoc(),
                method.nameSpan(),
                method.span(),
                new ProtocolAnnotations(world, type).of(modifiers));
    }

    private MethodSymbol constructor(Member.Constructor made) {
        return new MethodSymbol(
                type,
                "<init>",
                MethodDecl.Kind.CONSTRUCTOR,
                made.modifiers().has(Modifiers.Keyword.PRIVATE),
                new Signature(made.parameters(), true, made.nameSpan()).parameters(),
                finals(made.parameters()),
                new Type.Void(),
                throwing(made.thrown()),
                false,
                false,
                made.modifiers().annotation("Probe").isPresent(),
                Optional.of(made.body()),
                made.documentation().javadoc(),
                made.nameSpan(),
                made.span(),
                Protocol.NONE);
    }

    private MethodSymbol implicitConstructor() {
        Span at = type.declaration().nameSpan();
        return new MethodSymbol(
                type,
                "<init>",
                MethodDecl.Kind.CONSTRUCTOR,
                false,
                List.of(),
                Set.of(),
                new Type.Void(),
                false,
                false,
                false,
                false,
                Optional.of(new Statement.Block(List.of(), at)),
                "",
                at,
                at,
                Protocol.NONE);
    }

    private static Set<String> finals(List<Parameter> parameters) {
        return parameters.stream()
                .filter(p -> p.modifiers().has(Modifiers.Keyword.FINAL))
                .map(Parameter::name)
                .collect(Collectors.toSet());
    }

    private boolean throwing(List<TypeName> thrown) {
        boolean throwing = false;
        for (TypeName name : thrown) {
            Optional<TypeSymbol> symbol = world.names(type).type(name.name());
            if (symbol.isEmpty()) {
                world.findings().unknown(name.span(), "type", name.name(), List.of("DriverException"));
            } else if (isDriverException(symbol.get())) {
                throwing = true;
            } else {
                world.findings()
                        .outside(name.span(), "`throws " + name.text() + "`", "Declare `throws DriverException`.");
            }
        }
        return throwing;
    }

    /** Whether a type is the dsl's exception. */
    static boolean isDriverException(TypeSymbol symbol) {
        return symbol instanceof TypeSymbol.Dsl dsl && dsl.type().shape() == DslType.Shape.EXCEPTION;
    }

    /** The parameters of one method: plain first, then related to one another and to fields. */
    private final class Signature {
        private final Map<String, Local> base = new HashMap<>();
        private final List<Local> parameters = new ArrayList<>();
        private final boolean hasReceiver;
        private final Span at;

        Signature(List<Parameter> written, boolean hasReceiver, Span at) {
            this.hasReceiver = hasReceiver;
            this.at = at;
            List<Local> plain = new ArrayList<>();
            for (Parameter parameter : written) {
                if (!parameter.name().equals("this")) {
                    Local local = plain(parameter, plain.size());
                    plain.add(local);
                    Local first = base.putIfAbsent(parameter.name(), local);
                    if (first != null) {
                        world.findings().duplicate(parameter.nameSpan(), "parameter", parameter.name(), first.span());
                    }
                }
            }
            int next = 0;
            Terms terms = new Terms(world);
            for (Parameter parameter : written) {
                if (!parameter.name().equals("this")) {
                    Local local = plain.get(next++);
                    Type full = terms.relate(
                            local.type(),
                            parameter.type(),
                            parameter.modifiers().annotations(),
                            root());
                    parameters.add(new Local(local.id(), local.name(), full, local.kind(), local.span()));
                }
            }
        }

        private Local plain(Parameter parameter, int id) {
            Type resolved = world.types()
                    .resolve(parameter.type(), parameter.modifiers().annotations(), type);
            if (resolved instanceof Type.Register || resolved instanceof Type.Cell || resolved instanceof Type.Void) {
                world.findings()
                        .outside(
                                parameter.type().span(),
                                "a parameter of type `" + TypeText.of(resolved) + "`",
                                "Pass the block, structure or ring, and name its component where it is accessed.");
                resolved = new Type.Erroneous();
            }
            boolean moved = parameter.modifiers().annotation("Moves").isPresent();
            return new Local(
                    id,
                    parameter.name(),
                    resolved,
                    moved ? Local.Kind.MOVED_PARAMETER : Local.Kind.PARAMETER,
                    parameter.nameSpan());
        }

        List<Local> parameters() {
            return parameters;
        }

        Function<String, Optional<Expr>> root() {
            SourceMembers members = world.members(type);
            return name -> {
                Local parameter = base.get(name);
                if (parameter != null) {
                    return Optional.of(new Expr.Get(parameter, parameter.type(), at));
                }
                return members.termRoot(name, hasReceiver ? Optional.of(members.self(at)) : Optional.empty(), at);
            };
        }
    }
}
