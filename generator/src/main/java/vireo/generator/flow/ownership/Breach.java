// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import java.util.List;
import vireo.generator.source.Span;

/**
 * A place where the rules of ownership are broken.
 *
 * @param at what the finding points at
 * @param what the value, as the source names it
 * @param remarks other places that matter
 */
public record Breach(Kind kind, Span at, String what, List<Remark> remarks) {
    /** A place, and what happens there. */
    public record Remark(Span at, String text) {}

    public Breach {
        remarks = List.copyOf(remarks);
    }

    /** What is wrong. */
    public enum Kind {
        /** Used after it was moved away, on every path or on some. */
        USED_AFTER_MOVE,
        /** A view of memory that was given back. */
        VIEW_AFTER_MOVE,
        /** Something that refers to a value that is gone. */
        KEEPER_AFTER_MOVE,
        /** A field of an object that goes on, which refers to a value that is gone. */
        LEFT_DANGLING,
        /** Still owned where the method returns. */
        NOT_CONSUMED,
        /** Still owned where the method fails. */
        NOT_CONSUMED_ON_FAILURE,
        /** A field of an object that is still owned where the method that ends the object ends. */
        FIELD_NOT_CONSUMED,
        /** Another value is stored over an owned one. */
        OVERWRITTEN,
        /** Nobody takes the owned result of a call. */
        DROPPED,
        /** A private method that consumes a parameter or field on some paths only. */
        CONSUMED_ON_SOME_PATHS,
        /** A class or record that holds a linear value and is not linear itself. */
        OWNER_NOT_LINEAR,
        /** Moved away twice. */
        CONSUMED_TWICE,
        /** Moved away by one who has only borrowed it. */
        BORROW_CONSUMED,
        /** Moved out of an object that goes on owning it. */
        TAKEN_FROM_OWNER,
        /** Moved away, and then the method fails: the caller owns it still. */
        CONSUMED_THEN_FAILED,
        /** A ticket made by one who does not take such tickets back. */
        FORGED,
        /** A ticket taken back by an object that need not have given it. */
        WRONG_DESK,
        /** Ended by its own ending method. */
        ENDED_INSIDE,
        /** A borrowed value is kept in a field, an array or a record. */
        BORROW_STORED,
        /** What is returned depends on a value that ends with the method. */
        LENDER_ENDS,
        /** Somebody else's object goes on with a reference to what ends with the method. */
        KEPT_TOO_LONG,
        /** A borrowed value is returned where callers are given values of their own. */
        BORROW_RETURNED,
        /** An element of an array, where nobody can follow it. */
        STORED_IN_ARRAY,
        /** An interrupt handler gives something back while the kernel may call it. */
        HANDLER_BEREFT,
        /** An interrupt handler ends while the kernel may call it. */
        HANDLER_ENDED,
        /** An interrupt handler that nobody has to end. */
        HANDLER_NOT_LINEAR
    }
}
