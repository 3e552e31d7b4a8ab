// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.List;
import vireo.generator.check.fact.FieldWrites;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.value.MethodValues;
import vireo.generator.ir.Program;

/** The checks that follow what happens between driver and device along every path and across calls. */
final class DeviceChecks {
    private final List<MethodCheck> ofMethods;
    private final Vr204Selection selection;
    private final Vr205ReadEffect readEffect;
    private final Vr206Snapshot snapshot;
    private final Vr501Publish publish;
    private final Vr502Observed observed;
    private final Vr503Barrier barrier;
    private final Vr504Record records;
    private final Vr505ReadBack readBack;
    private final Vr603Completion completion;
    private final Vr506RingSize ringSize;
    private final Vr507Chain chain;
    private final Vr601Untrusted untrusted;
    private final Vr602DoubleFetch doubleFetch;
    private final Vr604Configuration configuration;
    private final Deliveries deliveries;
    private final Vr407Early early;
    private final Vr407Posted posted;
    private final Vr801Sleep sleep;
    private final Vr802Race race;

    DeviceChecks(Program program, CallGraph calls) {
        FieldWrites writes = new FieldWrites(calls);
        this.selection = new Vr204Selection(program, calls, writes);
        this.readEffect = new Vr205ReadEffect(program, calls);
        this.snapshot = new Vr206Snapshot(program, calls, writes);
        this.publish = new Vr501Publish(program, calls, writes);
        this.observed = new Vr502Observed(program, calls, writes);
        this.ringSize = new Vr506RingSize(program, calls, writes);
        this.chain = new Vr507Chain(program, calls, writes);
        this.barrier = new Vr503Barrier(program, calls, writes);
        DeviceFlow unchecked = new DeviceFlow(program, calls, writes, Origin::of, DeviceFlow.Reach.UNCHECKED);
        DeviceFlow completions = new DeviceFlow(program, calls, writes, (statement, rings, places) ->
                Origin.of(statement, rings, places).filter(origin -> origin.kind() == Origin.Kind.ENTRY), DeviceFlow.Reach.AMONG_PRIVATE);
        Steering steering = new Steering(unchecked);
        DeviceFlow unseen = new DeviceFlow(program, calls, writes, (statement, rings, places) ->
                Origin.of(statement, rings, places).filter(origin -> origin.kind() == Origin.Kind.ENTRY), DeviceFlow.Reach.UP_TO_RECORDS);
        DeviceFlow ids = new DeviceFlow(program, calls, writes, (statement, rings, places) ->
                Origin.of(statement, rings, places).filter(origin -> origin.kind() == Origin.Kind.ENTRY), DeviceFlow.Reach.EVERYWHERE);
        this.records = new Vr504Record(program, calls, writes, completions, ids);
        this.readBack = new Vr505ReadBack(program, calls, writes);
        this.completion = new Vr603Completion(program, calls, unchecked, unseen);
        this.untrusted = new Vr601Untrusted(steering);
        this.doubleFetch = new Vr602DoubleFetch(program, calls, writes);
        this.configuration = new Vr604Configuration(steering);
        this.deliveries = new Deliveries(program);
        this.early = new Vr407Early(program, calls, writes, deliveries);
        this.posted = new Vr407Posted(program, calls);
        Interrupts interrupts = new Interrupts(program, calls);
        this.sleep = new Vr801Sleep(interrupts, calls);
        this.race = new Vr802Race(program, interrupts, calls, writes);
        this.ofMethods = List.of(new Vr803Bound(program, calls, writes), new LoopLimits(program, calls, writes, unchecked));
    }

    /** The codes that these checks may report. */
    static List<String> codes() {
        return List.of("VR204", "VR205", "VR206", "VR407", "VR501", "VR502", "VR503", "VR504", "VR505", "VR506", "VR507", "VR601", "VR602", "VR603",
                "VR604", "VR605", "VR801", "VR802", "VR803");
    }

    /** What these checks want to know of each point of each method, before {@link #program}. */
    List<PointCheck> ofPoints() {
        return List.of(new Vr407Address(), new Vr605Numbers(deliveries));
    }

    /** Checks one method. */
    void method(MethodValues values, Findings findings) {
        ofMethods.forEach(check -> check.run(values, findings));
    }

    /** Checks the program as a whole. */
    void program(Findings findings) {
        selection.run(findings);
        readEffect.run(findings);
        snapshot.run(findings);
        publish.run(findings);
        observed.run(findings);
        barrier.run(findings);
        records.run(findings);
        readBack.run(findings);
        ringSize.run(findings);
        chain.run(findings);
        completion.run(findings);
        untrusted.run(findings);
        doubleFetch.run(findings);
        configuration.run(findings);
        early.run(findings);
        posted.run(findings);
        sleep.run(findings);
        race.run(findings);
    }
}
