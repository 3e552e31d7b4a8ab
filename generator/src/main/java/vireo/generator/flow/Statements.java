// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.Stmt;

/** Walks statements in source order, those inside others included, and the expressions that they hold. */
public final class Statements {
    private Statements() {}

    /** Hands over each statement before those inside it. */
    public static void walk(List<Stmt> body, Consumer<Stmt> visitor) {
        for (Stmt statement : body) {
            visitor.accept(statement);
            for (List<Stmt> inner : statement.inside()) {
                walk(inner, visitor);
            }
        }
    }

    /** The expressions that the statement itself evaluates, in order; those of statements inside it left out. */
    public static List<Expr> expressions(Stmt statement) {
        List<Expr> found = new java.util.ArrayList<>();
        if (statement instanceof Stmt.Declare s) {
            s.value().ifPresent(found::add);
        } else if (statement instanceof Stmt.Assign s) {
            found.add(s.value());
        } else if (statement instanceof Stmt.SetField s) {
            found.add(s.object());
            found.add(s.value());
        } else if (statement instanceof Stmt.SetElement s) {
            found.add(s.array());
            found.add(s.index());
            found.add(s.value());
        } else if (statement instanceof Stmt.Call s) {
            s.receiver().ifPresent(found::add);
            found.addAll(s.arguments());
        } else if (statement instanceof Stmt.ForeignCall s) {
            s.receiver().ifPresent(found::add);
            found.addAll(s.arguments());
        } else if (statement instanceof Stmt.New s) {
            found.addAll(s.arguments());
        } else if (statement instanceof Stmt.Embed s) {
            found.addAll(s.arguments());
        } else if (statement instanceof Stmt.ReadRegister s) {
            found.add(s.register());
        } else if (statement instanceof Stmt.WriteRegister s) {
            found.add(s.register());
            found.add(s.value());
        } else if (statement instanceof Stmt.ReadCell s) {
            found.add(s.cell());
        } else if (statement instanceof Stmt.WriteCell s) {
            found.add(s.cell());
            found.add(s.value());
        } else if (statement instanceof Stmt.Bind s) {
            found.add(s.source());
            found.add(s.offset());
            s.count().ifPresent(found::add);
        } else if (statement instanceof Stmt.Slice s) {
            found.addAll(List.of(s.bytes(), s.offset(), s.length()));
        } else if (statement instanceof Stmt.CopyBytes s) {
            found.add(s.dma());
            found.add(s.dmaOffset());
            s.array().ifPresent(found::add);
            s.arrayOffset().ifPresent(found::add);
            found.add(s.length());
        } else if (statement instanceof Stmt.ReadByte s) {
            found.add(s.bytes());
            found.add(s.index());
        } else if (statement instanceof Stmt.WriteByte s) {
            found.add(s.bytes());
            found.add(s.index());
            found.add(s.value());
        } else if (statement instanceof Stmt.Log s) {
            found.addAll(s.arguments());
        } else if (statement instanceof Stmt.Format s) {
            found.addAll(s.arguments());
        } else if (statement instanceof Stmt.Return s) {
            s.value().ifPresent(found::add);
        } else if (statement instanceof Stmt.Throw s) {
            found.add(s.errno());
        } else if (statement instanceof Stmt.Leak s) {
            found.add(s.value());
        } else if (statement instanceof Stmt.If s) {
            found.add(s.condition());
        } else if (statement instanceof Stmt.Loop s) {
            found.add(s.condition());
        } else if (statement instanceof Stmt.Switch s) {
            found.add(s.subject());
        }
        return found;
    }

    /** The local that the statement gives a value to. */
    public static Optional<Local> assigned(Stmt statement) {
        if (statement instanceof Stmt.Declare s) {
            return s.value().isPresent() ? Optional.of(s.local()) : Optional.empty();
        }
        if (statement instanceof Stmt.Assign s) {
            return Optional.of(s.local());
        }
        return statement.effectResult();
    }
}
