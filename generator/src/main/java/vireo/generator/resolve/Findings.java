// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.util.Collection;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.diagnostic.NearestName;
import vireo.generator.ir.Type;
import vireo.generator.source.Span;

/** Words the findings of resolution and lowering, one method a kind of finding. */
public final class Findings {
    private static final String WHY_NAMES =
            "The generator translates the whole program and has to know what every name stands for.";
    private static final String WHY_TYPES = "The C would compute something else than the Java, or not compile.";

    private final Diagnostics diagnostics;
    private int count;

    /** Words findings for these diagnostics. */
    public Findings(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** How many findings there were so far: what is unchanged around a piece of work means that the piece was sound. */
    public int count() {
        return count;
    }

    /** Any finding. */
    public void report(String code, Span at, String what, String why, String fix) {
        count++;
        diagnostics.report(Diagnostic.of(code, at, what, why, fix));
    }

    /** Any finding, with a second place. */
    public void report(String code, Span at, String what, String why, String fix, Span other, String label) {
        count++;
        diagnostics.report(Diagnostic.of(code, at, what, why, fix).with(new Diagnostic.Label(other, label)));
    }

    /** VR101: outside the subset. */
    public void outside(Span at, String what, String fix) {
        report("VR101", at, what, "What has no plain counterpart in kernel C is not part of the driver subset.", fix);
    }

    /** VR110: a name that is not known; the nearest candidate is suggested. */
    public void unknown(Span at, String kind, String name, Collection<String> candidates) {
        String fix = NearestName.of(name, candidates)
                .map(n -> "Did you mean `" + n + "`?")
                .orElse("Declare it, import it, or correct the name.");
        report("VR110", at, "there is no " + kind + " `" + name + "` here", WHY_NAMES, fix);
    }

    /** VR110: a name that an import would make known. */
    public void missingImport(Span at, String kind, String name, String qualified) {
        report(
                "VR110",
                at,
                "there is no " + kind + " `" + name + "` here",
                "A name of another package needs an import.",
                "Add `import " + qualified + ";`.");
    }

    /** VR111: a value of one type where another is needed. */
    public void mismatch(Span at, Type found, Type needed, String role) {
        if (found instanceof Type.Erroneous || needed instanceof Type.Erroneous) {
            return;
        }
        String fix = "Give a value of type " + TypeText.of(needed) + ".";
        if (found instanceof Type.Int from
                && needed instanceof Type.Int to
                && from.java().bits() > to.java().bits()) {
            fix = "Write a cast, `(" + TypeText.carrier(to) + ") ...`, and the generator proves that it loses nothing.";
        }
        mismatch(at, role + " is of type " + TypeText.of(found) + ", and " + TypeText.of(needed) + " is needed", fix);
    }

    /** VR111: any other error of types. */
    public void mismatch(Span at, String what, String fix) {
        report("VR111", at, what, WHY_TYPES, fix);
    }

    /** VR112: missing, doubled or misplaced parts of a declaration. */
    public void declaration(Span at, String what, String fix) {
        report(
                "VR112",
                at,
                what,
                "Each name of the program has one declaration, in the file and form where readers look for it.",
                fix);
    }

    /** VR112: a second declaration of a name. */
    public void duplicate(Span at, String kind, String name, Span first) {
        report(
                "VR112",
                at,
                kind + " `" + name + "` is declared already",
                "Two declarations of one name leave open which one is meant.",
                "Rename or remove one of them.",
                first,
                "first declared here");
    }
}
