// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.fact;

import java.util.List;
import java.util.Optional;
import vireo.generator.flow.CallGraph;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;

/** A call of a method or constructor of the driver, as it stands in one method. */
public record Call(Stmt statement, String key, Optional<Place> receiver, List<Expr> arguments, Optional<Local> result) {

    /** The call that the statement makes. */
    public static Optional<Call> of(Stmt statement, Places places) {
        if (statement instanceof Stmt.Call call) {
            return Optional.of(new Call(call, call.method(), call.receiver().map(places::of), call.arguments(), call.result()));
        }
        if (statement instanceof Stmt.New created) {
            return Optional.of(new Call(created, created.constructor(), Optional.of(Place.of(created.result())), created.arguments(),
                    Optional.empty()));
        }
        if (statement instanceof Stmt.Embed embed) {
            return Optional.of(new Call(embed, embed.constructor(), Optional.of(Place.of(Place.self(), embed.field())),
                    embed.arguments(), Optional.empty()));
        }
        return Optional.empty();
    }

    /** The methods that it may run. */
    public List<MethodDecl> targets(CallGraph calls) {
        return calls.targets(key);
    }

    /** A place of the called method in the words of the caller; empty for the called method's own variables. */
    public Optional<Place> here(Place root, MethodDecl target, Places places) {
        if (root.isSelf()) {
            return receiver;
        }
        Local local = root.local().orElseThrow();
        if (local.equals(Place.RESULT)) {
            return result.map(Place::of);
        }
        int index = target.parameters().indexOf(local);
        return index < 0 || index >= arguments.size() ? Optional.empty() : Optional.of(places.of(arguments.get(index)));
    }
}
