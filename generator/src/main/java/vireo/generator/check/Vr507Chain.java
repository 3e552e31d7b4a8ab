// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vireo.generator.check.fact.Fact;
import vireo.generator.check.fact.FieldWrites;
import vireo.generator.check.fact.Need;
import vireo.generator.check.fact.Place;
import vireo.generator.check.fact.Proofs;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.ir.DmaDecl;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;
import vireo.generator.source.Span;

/** A chain of descriptors is described to its end before it is offered, with what the device reads before what it writes. */
final class Vr507Chain implements Check {
    private static final String FIX = "Describe the chain from its first descriptor to its last: what the device reads, then what it writes, the last one"
            + " without the bit that says that there is more.";

    private final Program program;
    private final CallGraph calls;
    private final FieldWrites writes;

    Vr507Chain(Program program, CallGraph calls, FieldWrites writes) {
        this.program = program;
        this.calls = calls;
        this.writes = writes;
    }

    @Override
    public String code() {
        return "VR507";
    }

    /** An unmet need of a method that anybody may call, or of a private one that nobody could meet. */
    private record Open(MethodDecl method, Need need, ChainWalk.Trouble trouble) {}

    void run(Findings findings) {
        Set<String> owners = new HashSet<>();
        for (TypeDecl type : program.types()) {
            if (type instanceof TypeDecl.ClassDecl owner && owner.fields().stream().anyMatch(field ->
                    field.type() instanceof Type.DmaArray array && Chains.chained(program, array.element()).isPresent())) {
                owners.add(owner.name());
            }
        }
        if (owners.isEmpty()) {
            return;
        }
        ChainStores stores = new ChainStores(program, calls);
        PreparedChains prepared = new PreparedChains(program, calls, writes, stores);
        Set<Place> offered = new HashSet<>();
        Map<String, Open> open = prove(stores, Map.of(), owners, offered, findings);
        Map<String, PreparedChains.Offering> offering = new LinkedHashMap<>();
        open.forEach((key, one) -> one.need().fact().place(0).local().filter(one.method().parameters()::contains)
                .filter(local -> !one.method().isPrivate())
                .ifPresent(local -> offering.put(key, new PreparedChains.Offering(one.method(), local))));
        Map<String, List<MethodDecl>> preparing = new TreeMap<>();
        offering.values().forEach(one -> preparing.computeIfAbsent(one.method().owner(), prepared::preparing));
        Set<String> met = new HashSet<>();
        Heads heads = new Heads(calls);
        int rounds = preparing.values().stream().mapToInt(List::size).max().orElse(0);
        // One of each class at a time: so there are no more rounds than one class has ways to prepare chains.
        for (int round = 0; round < rounds; round++) {
            Map<String, Set<Fact>> assumed = new HashMap<>();
            Map<String, MethodDecl> by = new LinkedHashMap<>();
            for (List<MethodDecl> ofClass : preparing.values()) {
                if (round < ofClass.size()) {
                    MethodDecl one = ofClass.get(round);
                    List<PreparedChains.Offering> same = offering.values().stream().filter(other -> other.method().owner().equals(one.owner())
                            && !met.contains(other.method().key())).toList();
                    prepared.left(one, same).forEach((key, facts) -> {
                        assumed.put(key, facts);
                        by.put(key, one);
                    });
                }
            }
            Set<String> still = prove(stores, assumed, owners, offered, findings).keySet();
            by.forEach((key, one) -> {
                if (!still.contains(key)) {
                    met.add(key);
                    PreparedChains.Offering offers = offering.get(key);
                    if (one.result() instanceof Type.Int) {
                        heads.strangers(offers.method(), offers.number(), one)
                                .forEach(span -> findings.report(stranger(span, offers.method(), one)));
                    }
                }
            });
        }
        open.forEach((key, one) -> {
            if (!met.contains(key)) {
                findings.report(refusal(one));
            }
        });
        prepared.tabledOutside(offered).forEach(tabled -> findings.report(tabled(tabled.node().statement().orElseThrow().span())));
    }

    /** What is not known of the chains that are offered, by the key of the method. */
    private Map<String, Open> prove(ChainStores stores, Map<String, Set<Fact>> assumed, Set<String> owners, Set<Place> offered,
            Findings findings) {
        Map<String, Chains> rules = new HashMap<>();
        Map<String, Open> open = new LinkedHashMap<>();
        new Proofs(program, calls, writes, (method, places) -> {
            Chains chains = new Chains(program, stores, places, assumed.getOrDefault(method.key(), Set.of()), findings);
            rules.put(method.key(), chains);
            return chains;
        }).run((method, need, lost) -> {
            if (owners.contains(method.owner())) {
                open.putIfAbsent(method.key(), new Open(method, need, rules.get(method.key()).trouble(need.fact())));
            }
        });
        rules.values().forEach(chains -> offered.addAll(chains.offered()));
        return open;
    }

    private Diagnostic refusal(Open open) {
        String ring = ((DmaDecl) open.need().subject()).simpleName();
        List<Span> calls = open.need().calls();
        Span offered = calls.isEmpty() ? open.need().span() : calls.get(calls.size() - 1);
        Diagnostic diagnostic = switch (open.trouble()) {
            case UNKNOWN -> Diagnostic.of(code(), offered,
                    "What is offered in " + ring + " is a chain that is not known to have been described to its end.",
                    "The device follows whatever the descriptors say: memory of an old request, or of nobody.", FIX);
            case ORDER -> Diagnostic.of(code(), offered,
                    "What is offered in " + ring + " is a chain in which the device may read after it has written.",
                    "A device takes all that it reads before all that it writes: it refuses such a chain, or takes one for the other.", FIX);
            case ENDLESS -> Diagnostic.of(code(), offered, "What is offered in " + ring + " is a chain that comes back to itself.",
                    "A chain has no more descriptors than the queue has: the device stops, or follows it for ever.", FIX);
            case TABLE -> Diagnostic.of(code(), offered, "What is offered in " + ring + " is a chain that goes on after a table.",
                    "A table holds the whole of a chain: what comes after it has no meaning to a device.",
                    "Describe all of the chain in the table, or none of it.");
        };
        diagnostic = open.need().shown(diagnostic);
        return calls.isEmpty() ? diagnostic : diagnostic.with(new Diagnostic.Label(open.need().span(), "the entry is written here"));
    }

    private Diagnostic stranger(Span number, MethodDecl offering, MethodDecl preparing) {
        return Diagnostic.of(code(), number,
                "'" + offering.name() + "' gets a number that may be another than '" + preparing.name() + "' has returned.",
                "The descriptor of that number may begin no chain, or one of another kind: the device reads and writes what it finds there.",
                "Pass what '" + preparing.name() + "' has returned, from variables, fields and arrays that hold nothing else.")
                .with(new Diagnostic.Label(preparing.span(), "described here"));
    }

    private Diagnostic tabled(Span store) {
        return Diagnostic.of(code(), store, "A descriptor that no ring offers may be a table of its own.",
                "A table of descriptors may hold no tables: the device refuses it, or follows it for ever.",
                "Describe memory in a table, and tables only in the queue's own descriptors.");
    }
}
