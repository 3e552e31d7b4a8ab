// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.Probe;
import vireo.dsl.Range;

/** Each chair goes back to its room, by whatever way. */
@Linear
public final class Rooms {
    private final House house;
    private final Room own;
    private Chair chair;
    private final Chair other;

    /** Sits down twice. */
    public Rooms(House house) throws DriverException {
        this.house = house;
        this.own = new Room();
        this.chair = house.upper().sit();
        try {
            this.other = own.sit();
        } catch (DriverException e) {
            house.standUpstairs(chair);
            throw e;
        }
    }

    /** Another chair upstairs, for as long as there is one. */
    public void change() throws DriverException {
        Chair next = house.sitUpstairs();
        house.upper().stand(chair);
        chair = next;
    }

    /** In a loop, by a helper. */
    public static void tryAll(Room room, @Range(max = 8) int chairs) throws DriverException {
        for (int i = 0; i < chairs; i++) {
            Chair chair = room.sit();
            done(room, chair);
        }
    }

    private static void done(Room place, @Moves Chair chair) {
        place.stand(chair);
    }

    /** What is taken over is of the same house. */
    public void sitOn(@Moves Chair next) {
        house.upper().stand(chair);
        chair = next;
    }

    /** A chair from the house that it goes to. */
    @Probe
    public static void lend(House house) throws DriverException {
        Rooms rooms = new Rooms(house);
        try {
            Chair next = house.sitUpstairs();
            rooms.release();
            house.standUpstairs(next);
        } catch (DriverException e) {
            rooms.release();
            throw e;
        }
    }

    /** Both go back where they came from. */
    @Moves
    public void release() {
        own.stand(other);
        house.standUpstairs(chair);
    }
}
