// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.math.BigInteger;
import vireo.generator.check.fact.Need;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.ir.DmaDecl;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/**
 * What is laid into memory lies where its declaration wants it: an offset that is known is a multiple of the declared alignment. One that is
 * not known is checked by the bind itself, which fails.
 */
final class Vr508Alignment implements PointCheck {
    private static final String CODE = "VR508";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public void statement(Stmt statement, Point point) {
        if (!(statement instanceof Stmt.Bind bind)) {
            return;
        }
        int align = align(bind.result().type(), point.program());
        Interval offset = point.value(bind.offset()).range();
        if (align <= 1 || !offset.min().equals(offset.max())) {
            return;
        }
        if (offset.min().mod(BigInteger.valueOf(align)).signum() == 0) {
            point.findings().proved("alignments", statement);
            return;
        }
        point.findings().report(Diagnostic.of(CODE, bind.offset().span(),
                "The offset " + offset.min() + " is no multiple of " + align + ", the alignment that the type declares.",
                "The device takes the area to begin at the next lower multiple, or refuses it.",
                "Lay the area at a multiple of " + align + "."));
    }

    private static int align(Type type, Program program) {
        Type element = type instanceof Type.DmaArray array ? array.element() : type;
        return element instanceof Type.Dma dma && program.type(dma.name()).orElse(null) instanceof DmaDecl declared ? declared.align() : 1;
    }

    /** An alignment that is asked for and may be any number. */
    static Diagnostic notAPower(Need need, String align) {
        return Diagnostic.of(CODE, need.span(), "The alignment '" + align + "' is not known to be a power of two.",
                "Memory comes aligned to powers of two: another number is refused at run time, or rounded to something else.",
                "Ask for a constant that is a power of two, or refuse others before: 'if ((align & (align - 1)) != 0) throw ...'.");
    }
}
