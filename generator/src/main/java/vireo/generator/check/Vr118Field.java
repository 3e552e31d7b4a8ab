// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;
import vireo.generator.source.Span;

/** What is declared to change changes: a field is stored to after its object was made, and with more than one value; so are elements. */
final class Vr118Field implements ProgramCheck {
    @Override
    public String code() {
        return "VR118";
    }

    @Override
    public void run(Program program, CallGraph calls, Findings findings) {
        FieldStores stores = new FieldStores(calls);
        for (TypeDecl type : program.types()) {
            if (type instanceof TypeDecl.ClassDecl owner) {
                owner.fields().forEach(field -> check(field, stores, findings));
            }
        }
    }

    private void check(FieldDecl field, FieldStores stores, Findings findings) {
        if (field.type() instanceof Type.Array && !stores.isHandedOn(field)) {
            elements(field, stores.elements(field), findings);
        }
        List<FieldStores.Store> all = stores.of(field);
        if (field.isFinal() || field.type() instanceof Type.Array array && array.fixed().isPresent()) {
            return;
        }
        if (all.stream().allMatch(FieldStores.Store::first)) {
            report(field.span(), "Nothing changes the field '" + field.name() + "' once its object is made.",
                    "Declare it final, or store to it where it should change.", findings);
            return;
        }
        OneValue.of(all.stream().map(FieldStores.Store::value).toList()).ifPresent(value -> report(field.span(),
                "The field '" + field.name() + "' is always " + value + ": nothing else is ever stored to it.",
                "Store what it should become, or write a constant.", findings));
    }

    private void elements(FieldDecl field, List<FieldStores.Store> all, Findings findings) {
        List<Expr> values = new ArrayList<>();
        all.forEach(store -> values.add(store.value()));
        Optional<String> one = OneValue.of(values);
        if (values.isEmpty() || one.isPresent() && OneValue.isZero(one.get())) {
            report(field.span(), "Nothing is ever stored to '" + field.name() + "' but what a new array is full of.",
                    "Store what its elements should become, or do without it.", findings);
        }
    }

    private void report(Span span, String what, String fix, Findings findings) {
        findings.report(Diagnostic.of(code(), span, what,
                "A state that never changes is not kept up: the step that should change it got lost, and every test of it is decided.", fix));
    }
}
