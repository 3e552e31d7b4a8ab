// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.U16;

/** Chairs that go back to a room that they need not be from. */
@Linear
public final class WrongRoom {
    private final House house;
    private Chair chair;

    /** Sits down upstairs. */
    public WrongRoom(House house) throws DriverException {
        this.house = house;
        this.chair = house.upper().sit(); // expect VR403: 'chair' goes back to an object that need not have given it
    }

    /** From one parameter to another, on an error path. */
    public static void swap(Room first, Room second, @U16 int number) throws DriverException {
        Chair chair = first.sit();
        try {
            number = Step.even(number);
        } catch (DriverException e) {
            second.stand(chair); // expect VR403: 'chair' goes back to an object that need not have given it
            throw e;
        }
        first.stand(chair);
    }

    /** Across calls: what is taken from one room is passed to one that gives to another. */
    public static void across(House house) throws DriverException {
        Chair chair = house.sitUpstairs();
        pass(house, chair); // expect VR403: 'chair' goes back to an object that need not have given it
    }

    private static void pass(House house, @Moves Chair chair) {
        house.lower().stand(chair);
    }

    /** A chair of either. */
    public static void either(House house, boolean up) throws DriverException {
        Chair chair = up ? house.sitUpstairs() : house.lower().sit();
        house.upper().stand(chair); // expect VR403: 'chair' goes back to an object that need not have given it
    }

    /** By the constructor the field's chair is from upstairs. */
    @Moves
    public void release() {
        house.lower().stand(chair);
    }
}
