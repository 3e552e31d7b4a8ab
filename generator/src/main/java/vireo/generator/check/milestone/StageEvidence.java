// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.milestone;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stage;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.TypeDecl;

/**
 * Which expressions come from the evidence for a stage: a component of the record, what is kept of it, what the device behind it gives.
 * The evidence for a later stage does as well.
 */
public final class StageEvidence {
    private record Source(MethodDecl method, Expr value) {}

    private final Program program;
    private final Milestones milestones;
    private final Map<FieldDecl, List<Source>> stored = new HashMap<>();
    private final Map<String, List<List<Source>>> passed = new HashMap<>();

    public StageEvidence(Milestones milestones) {
        this.milestones = milestones;
        this.program = milestones.calls().program();
        for (MethodDecl method : milestones.calls().methods()) {
            method.body().ifPresent(body -> Statements.walk(body, s -> {
                if (s instanceof Stmt.SetField f) {
                    stored.computeIfAbsent(f.field(), key -> new ArrayList<>()).add(new Source(method, f.value()));
                } else if (s instanceof Stmt.Call call) {
                    milestones.calls().targets(call.method()).forEach(t -> passed.computeIfAbsent(t.key(), key -> new ArrayList<>())
                            .add(call.arguments().stream().map(a -> new Source(method, a)).toList()));
                }
            }));
        }
    }

    /** Whether the expression comes from the evidence that a device has reached the stage. */
    public boolean shows(MethodDecl method, Expr e, String stage) {
        return shows(method, e, stage, new HashSet<>());
    }

    private boolean shows(MethodDecl method, Expr e, String stage, Set<Object> asked) {
        if (e instanceof Expr.Convert convert) {
            return shows(method, convert.operand(), stage, asked);
        }
        if (e instanceof Expr.Conditional choice) {
            return shows(method, choice.yes(), stage, asked) && shows(method, choice.no(), stage, asked);
        }
        if (e instanceof Expr.Field field) {
            return isEvidence(field.field().owner(), stage)
                    || isRecord(field.field().owner()) && shows(method, field.object(), stage, asked) || kept(field.field(), stage, asked);
        }
        if (!(e instanceof Expr.Get get) || !asked.add(List.of(method.key(), get.local()))) {
            return isEvidence(Devices.name(e.type()).orElse(""), stage);
        }
        if (isEvidence(Devices.name(e.type()).orElse(""), stage)) {
            return true;
        }
        int position = method.parameters().indexOf(get.local());
        List<Stmt> definitions = milestones.meanings().definitions(method, get.local());
        boolean given = position < 0 || method.isPrivate() && passed.containsKey(method.key()) && passed.get(method.key()).stream()
                .allMatch(arguments -> shows(arguments.get(position).method(), arguments.get(position).value(), stage, asked));
        return given && (position >= 0 || !definitions.isEmpty())
                && definitions.stream().allMatch(s -> made(method, s, stage, asked));
    }

    private boolean made(MethodDecl method, Stmt s, String stage, Set<Object> asked) {
        if (s instanceof Stmt.Declare d) {
            return d.value().isEmpty() || shows(method, d.value().get(), stage, asked);
        }
        if (s instanceof Stmt.Assign a) {
            return shows(method, a.value(), stage, asked);
        }
        if (s instanceof Stmt.Bind bind) {
            return shows(method, bind.source(), stage, asked);
        }
        Optional<Expr> field = milestones.meanings().getter(s);
        return field.isPresent() ? shows(method, field.get(), stage, asked)
                : s instanceof Stmt.Call call && call.receiver().filter(r -> shows(method, r, stage, asked)).isPresent();
    }

    /** All that the field is given comes from the evidence. */
    private boolean kept(FieldDecl field, String stage, Set<Object> asked) {
        List<Source> all = stored.getOrDefault(field, List.of());
        return asked.add(field) && !all.isEmpty() && all.stream().allMatch(s -> shows(s.method(), s.value(), stage, asked));
    }

    private boolean isRecord(String name) {
        return program.type(name).orElse(null) instanceof TypeDecl.RecordDecl;
    }

    /** Whether the type is the record of the stage, or of a later one. */
    private boolean isEvidence(String name, String stage) {
        String at = name;
        for (int steps = 0; steps <= program.types().size(); steps++) {
            Optional<Stage> known = program.type(at).filter(TypeDecl.RecordDecl.class::isInstance)
                    .flatMap(t -> ((TypeDecl.RecordDecl) t).stage());
            if (known.isEmpty() || at.equals(stage)) {
                return known.isPresent();
            }
            at = known.get().from().orElse("");
        }
        return false;
    }
}
