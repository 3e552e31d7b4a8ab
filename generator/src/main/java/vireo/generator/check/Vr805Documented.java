// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;

/**
 * The errors that a method's documentation names are those that it may fail with, no fewer and no more. A driver that documents the errors
 * of one method documents those of all that are not private.
 */
final class Vr805Documented implements ProgramCheck {
    private static final String WHY = "A caller handles the errors that it is told of; the others it takes for something else, or not at all.";

    /** Calls that are shown of a chain. */
    private static final int SHOWN = 6;

    @Override
    public String code() {
        return "VR805";
    }

    @Override
    public void run(Program program, CallGraph calls, Findings findings) {
        DocumentedErrors documented = new DocumentedErrors(program, calls);
        if (calls.methods().stream().noneMatch(m -> documented.of(m).isPresent())) {
            // Nobody is told anything, and so nobody is misled.
            return;
        }
        ThrownErrors thrown = new ThrownErrors(program, calls);
        for (MethodDecl method : calls.methods()) {
            if (method.throwing() && !method.isPrivate()) {
                check(method, program, thrown, documented, findings);
            }
        }
    }

    private void check(MethodDecl method, Program program, ThrownErrors thrown, DocumentedErrors documented, Findings findings) {
        ErrorSet errors = thrown.of(method.key());
        Optional<DocumentedErrors.Documented> said = documented.of(method);
        if (said.isEmpty() && !documented.declarations(method).isEmpty()) {
            // What an interface says is compared with all that implement it, this method included.
            findings.proved("documented errors", method);
            return;
        }
        if (method.body().isEmpty() && errors.isEmpty()) {
            return;
        }
        if (errors.names().contains(ErrorSet.UNKNOWN)) {
            report(method, name(method) + " may fail with an error that nobody can name.",
                    "Throw constants of Errno, or what was caught or passed.", List.of(ErrorSet.UNKNOWN), program, thrown, findings);
            return;
        }
        Set<String> expected = new TreeSet<>();
        Set<String> possible = new TreeSet<>();
        for (String error : errors.names()) {
            String shown = ErrorSet.position(error) < 0 ? error : "{@code " + method.parameters().get(ErrorSet.position(error)).name() + "}";
            possible.add(shown);
            if (errors.origin(error).certain()) {
                expected.add(shown);
            }
        }
        if (said.isEmpty()) {
            if (!expected.isEmpty()) {
                report(method, name(method) + " may fail with " + list(expected) + ", and its documentation does not say so.",
                        "Write '@throws DriverException' with each error and when it happens, or 'as {@link #other}' for those of another method.",
                        names(errors, expected, method), program, thrown, findings);
            }
            return;
        }
        compare(method, said.get(), errors, expected, possible, program, thrown, findings);
    }

    private void compare(MethodDecl method, DocumentedErrors.Documented said, ErrorSet errors, Set<String> expected, Set<String> possible,
            Program program, ThrownErrors thrown, Findings findings) {
        if (!said.unknown().isEmpty()) {
            findings.report(Diagnostic.of(code(), method.span(), "The documentation of " + name(method) + " has the errors of '"
                    + said.unknown().get(0) + "', which is no method of this program.", WHY, "Name the errors themselves."));
            return;
        }
        Set<String> named = new HashSet<>(said.names());
        said.references().keySet().forEach(key -> named.addAll(thrown.of(key).names()));
        possible.stream().filter(p -> p.startsWith("{") && said.text().contains(p)).forEach(named::add);
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(named);
        Set<String> invented = new TreeSet<>(said.names());
        invented.removeAll(possible);
        said.references().forEach((key, link) -> thrown.of(key).names().stream()
                .filter(n -> ErrorSet.position(n) < 0 && !possible.contains(n) && thrown.of(key).origin(n).certain())
                .forEach(n -> invented.add(n + " (of " + link + ")")));
        if (missing.isEmpty() && invented.isEmpty()) {
            findings.proved("documented errors", method);
            return;
        }
        List<String> parts = new ArrayList<>();
        if (!missing.isEmpty()) {
            parts.add("may fail with " + list(missing) + ", which its documentation does not name");
        }
        if (!invented.isEmpty()) {
            parts.add("never fails with " + list(invented) + ", which its documentation names");
        }
        report(method, name(method) + " " + String.join(", and ", parts) + ".",
                missing.isEmpty() ? "Take it out of '@throws DriverException'." : "Say in '@throws DriverException' when it happens, or throw what is documented.",
                names(errors, missing, method), program, thrown, findings);
    }

    private static List<String> names(ErrorSet errors, Set<String> shown, MethodDecl method) {
        return errors.names().stream()
                .filter(e -> shown.contains(ErrorSet.position(e) < 0 ? e : "{@code " + method.parameters().get(ErrorSet.position(e)).name() + "}"))
                .toList();
    }

    private void report(MethodDecl method, String what, String fix, List<String> shown, Program program, ThrownErrors thrown, Findings findings) {
        Diagnostic diagnostic = Diagnostic.of(code(), method.span(), what, WHY, fix);
        for (String error : shown) {
            String at = method.key();
            for (int call = 0; call < SHOWN; call++) {
                ErrorSet.Origin origin = thrown.of(at).origin(error);
                if (origin == null) {
                    break;
                }
                String name = error.equals(ErrorSet.UNKNOWN) ? "it" : error;
                diagnostic = diagnostic.with(new Diagnostic.Label(origin.span(), origin.callee().flatMap(program::method)
                        .map(callee -> name(callee) + " fails with " + name + " here").orElse(name + " comes from here")));
                if (origin.callee().isEmpty()) {
                    break;
                }
                at = origin.callee().get();
            }
        }
        findings.report(diagnostic);
    }

    private static String list(Set<String> names) {
        return String.join(", ", names);
    }

    private static String name(MethodDecl method) {
        String owner = method.owner().substring(method.owner().lastIndexOf('.') + 1);
        return method.kind() == MethodDecl.Kind.CONSTRUCTOR ? "new " + owner + "()" : owner + "." + method.name() + "()";
    }
}
