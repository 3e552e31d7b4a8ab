// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vireo.generator.ir.CNames;
import vireo.generator.ir.Expr;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;

/** Names of goto labels: what is done there. */
final class Labels {
    private final Program program;
    private final Set<String> taken = new HashSet<>();

    Labels(Program program) {
        this.program = program;
    }

    /** {@code err_free_memory} for code whose first call frees the memory. */
    String forCode(String prefix, List<Stmt> code) {
        return unique(prefix + "_" + code.stream().map(this::action).flatMap(Optional::stream).findFirst().orElse("out"));
    }

    String unique(String name) {
        String free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name + i;
        }
        return free;
    }

    private Optional<String> action(Stmt s) {
        if (s instanceof Stmt.Call c) {
            String method = c.method().replaceAll("\\(.*", "");
            String verb = CNames.snake(method.substring(method.lastIndexOf('.') + 1));
            boolean consumed = program.method(c.method()).filter(MethodDecl::movesReceiver).isPresent();
            Optional<String> object = consumed ? Optional.empty()
                    : c.arguments().stream().map(Labels::name).flatMap(Optional::stream).findFirst();
            return Optional.of(object.or(() -> c.receiver().flatMap(Labels::name)).map(n -> verb + "_" + n).orElse(verb));
        }
        if (s instanceof Stmt.ForeignCall c) {
            String verb = c.function().cName();
            verb = verb.substring(verb.lastIndexOf('_') + 1);
            Optional<String> object = c.arguments().stream().map(Labels::name).flatMap(Optional::stream).findFirst();
            return Optional.of(object.isPresent() ? verb + "_" + object.get() : verb);
        }
        if (s instanceof Stmt.If i) {
            return i.then().stream().map(this::action).flatMap(Optional::stream).findFirst();
        }
        if (s instanceof Stmt.Block b) {
            return b.body().stream().map(this::action).flatMap(Optional::stream).findFirst();
        }
        if (s instanceof Stmt.WriteRegister w && w.register() instanceof Expr.RegisterRef r) {
            return Optional.of("write_" + CNames.snake(r.register().name()));
        }
        return s instanceof Stmt.SetField f ? Optional.of("restore_" + CNames.snake(f.field().name())) : Optional.empty();
    }

    private static Optional<String> name(Expr e) {
        if (e instanceof Expr.Get g) {
            return Optional.of(CNames.snake(g.local().name()));
        }
        return e instanceof Expr.Field f ? Optional.of(CNames.snake(f.field().name())) : Optional.empty();
    }
}
