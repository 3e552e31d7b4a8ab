// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.ir.Local;

/** The local variables in scope, innermost block first. Temporaries are among them, so that their names stay apart. */
final class Scope {
    private final Deque<Map<String, Local>> blocks = new ArrayDeque<>();
    private Set<Local> hidden = Set.of();

    Scope() {
        blocks.push(new HashMap<>());
    }

    void enter() {
        blocks.push(new HashMap<>());
    }

    void leave() {
        blocks.pop();
    }

    /** The author's variable of that name. A temporary is nobody's: the field that it is named after means the field. */
    Optional<Local> find(String name) {
        for (Map<String, Local> block : blocks) {
            Local local = block.get(name);
            if (local != null && local.kind() != Local.Kind.TEMPORARY && !hidden.contains(local)) {
                return Optional.of(local);
            }
        }
        return Optional.empty();
    }

    /** Runs the body where these variables are not to be seen. */
    void without(Collection<Local> variables, Runnable body) {
        hidden = Set.copyOf(variables);
        body.run();
        hidden = Set.of();
    }

    /** Whether a variable or a temporary has that name. */
    boolean isTaken(String name) {
        return blocks.stream().anyMatch(block -> block.containsKey(name));
    }

    void add(Local local) {
        blocks.element().put(local.name(), local);
    }

    /** The names of the author's variables in scope. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (Map<String, Local> block : blocks) {
            block.values().stream()
                    .filter(l -> l.kind() != Local.Kind.TEMPORARY)
                    .map(Local::name)
                    .forEach(names::add);
        }
        return names;
    }
}
