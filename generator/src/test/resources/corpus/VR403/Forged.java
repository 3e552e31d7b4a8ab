// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;


/** Gives chairs back that nobody has handed out. */
public final class Forged {
    private Forged() {}

    /** Frees a chair that somebody sits on, in a loop. */
    public static void clear(Room room) {
        for (int i = 0; i < 8; i++) {
            Chair chair = new Chair(i); // expect VR403: A 'Chair' is made here
            room.stand(chair); // expect VR403: need not have given it
        }
    }
}
