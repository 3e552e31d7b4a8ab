// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.IrSketch;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/** Which fields a statement may write, by way of the methods that it calls too. */
class FieldWritesTest {
    private final IrSketch ir = new IrSketch();
    private final FieldDecl count = ir.mutableField("count", IrSketch.INT);
    private final FieldDecl table = ir.finalField("table", IrSketch.array(IrSketch.INT, 4));
    private final Local array = ir.parameter("array", IrSketch.array(IrSketch.INT, 4));

    private FieldWrites writes(MethodDecl... methods) {
        return new FieldWrites(new CallGraph(ir.program(List.of(count, table), methods)));
    }

    private MethodDecl method(String name, List<Local> parameters, Stmt... body) {
        return ir.method(name, new Type.Void(), parameters, List.of(body));
    }

    @Test
    void aStoreWritesItsField() {
        Stmt store = ir.store(count, ir.number(1));
        assertEquals(Set.of(count), writes(method("run", List.of(), store)).of(store));
    }

    @Test
    void aStoreIntoAnArrayCountsAsOneIntoItsField() {
        Stmt store = new Stmt.SetElement(ir.field(table), ir.number(0), ir.number(1), ir.span());
        assertEquals(Set.of(table), writes(method("run", List.of(), store)).of(store));
    }

    @Test
    void aCallWritesWhatTheMethodsBehindItWrite() {
        MethodDecl inner = method("inner", List.of(), ir.store(count, ir.number(1)));
        MethodDecl middle = method("middle", List.of(), Sketches.call(ir, inner, Optional.empty()));
        Stmt call = Sketches.call(ir, middle, Optional.empty());
        assertEquals(Set.of(count), writes(inner, middle, method("run", List.of(), call)).of(call));
    }

    @Test
    void anArrayThatAMethodFillsIsWrittenWhereItIsHandedOver() {
        MethodDecl fill = method("fill", List.of(array), new Stmt.SetElement(ir.get(array), ir.number(0), ir.number(1), ir.span()));
        Stmt call = Sketches.call(ir, fill, Optional.empty(), ir.field(table));
        assertEquals(Set.of(table), writes(fill, method("run", List.of(), call)).of(call));
    }

    @Test
    void anArrayThatAMethodOnlyReadsIsNot() {
        Local x = ir.variable("x", IrSketch.INT);
        MethodDecl read = method("read", List.of(array), ir.declare(x, ir.element(ir.get(array), ir.number(0))));
        Stmt call = Sketches.call(ir, read, Optional.empty(), ir.field(table));
        assertEquals(Set.of(), writes(read, method("run", List.of(), call)).of(call));
    }
}
