// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.ir;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a method means to the device, as its annotations say.
 *
 * @param quiesces after it no device uses the driver's memory
 * @param confirmed every implementation has seen the device confirm that
 * @param keeps that is so because memory that is given back to the object is kept for good from then on
 * @param exposes after it a device may use memory that it was told of
 * @param tells passes bits of the status to the device
 * @param says reads the status
 * @param waives bits of the status that do not exist where it returns true
 * @param stage the qualified name of the record that callers have to show
 * @param offers reads the features that the device offers
 * @param accepts accepts features
 * @param knowsFeature tells whether the feature of the number that it is given was negotiated
 * @param feature the feature without which it may not be called
 */
public record Protocol(boolean quiesces, boolean confirmed, boolean keeps, boolean exposes, boolean tells, boolean says, long waives,
        Optional<String> stage, boolean offers, boolean accepts, boolean knowsFeature, OptionalInt feature) {
    /** Of a method that means nothing to the device. */
    public static final Protocol NONE = new Protocol(false, false, false, false, false, false, 0, Optional.empty(), false, false,
            false, OptionalInt.empty());

    /** What either says. */
    public Protocol and(Protocol other) {
        return new Protocol(quiesces || other.quiesces, confirmed || other.confirmed, keeps || other.keeps, exposes || other.exposes,
                tells || other.tells, says || other.says, waives | other.waives, stage.or(other::stage),
                offers || other.offers, accepts || other.accepts, knowsFeature || other.knowsFeature,
                feature.isPresent() ? feature : other.feature);
    }
}
