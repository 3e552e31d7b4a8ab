// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

/** The parts that lower one method, each for one kind of construct; they call each other through here. */
final class MethodParts {
    private final Code code;
    private final Coercion coercion;
    private final Operators operators;
    private final Expressions expressions;
    private final Variables variables;
    private final Conditions conditions;
    private final Calls calls;
    private final DslCalls dslCalls;
    private final DeviceAccess deviceAccess;
    private final Binds binds;
    private final Logs logs;
    private final Numbers numbers;
    private final Creation creation;
    private final Assignments assignments;
    private final Switches switches;
    private final Loops loops;
    private final Tries tries;
    private final Statements statements;

    MethodParts(Code code) {
        this.code = code;
        this.coercion = new Coercion(code.world());
        this.operators = new Operators(code.findings());
        this.expressions = new Expressions(code, this);
        this.variables = new Variables(code, this);
        this.conditions = new Conditions(code, this);
        this.calls = new Calls(code, this);
        this.dslCalls = new DslCalls(code, this);
        this.deviceAccess = new DeviceAccess(code, this);
        this.binds = new Binds(code, this);
        this.logs = new Logs(code, this);
        this.numbers = new Numbers(code);
        this.creation = new Creation(code, this);
        this.assignments = new Assignments(code, this);
        this.switches = new Switches(code, this);
        this.loops = new Loops(code, this);
        this.tries = new Tries(code, this);
        this.statements = new Statements(code, this);
    }

    Code code() {
        return code;
    }

    Coercion coercion() {
        return coercion;
    }

    Operators operators() {
        return operators;
    }

    Expressions expressions() {
        return expressions;
    }

    Variables variables() {
        return variables;
    }

    Conditions conditions() {
        return conditions;
    }

    Calls calls() {
        return calls;
    }

    DslCalls dslCalls() {
        return dslCalls;
    }

    DeviceAccess deviceAccess() {
        return deviceAccess;
    }

    Binds binds() {
        return binds;
    }

    Logs logs() {
        return logs;
    }

    Numbers numbers() {
        return numbers;
    }

    Creation creation() {
        return creation;
    }

    Assignments assignments() {
        return assignments;
    }

    Switches switches() {
        return switches;
    }

    Loops loops() {
        return loops;
    }

    Tries tries() {
        return tries;
    }

    Statements statements() {
        return statements;
    }
}
