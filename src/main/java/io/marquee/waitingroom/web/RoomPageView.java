package io.marquee.waitingroom.web;

import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Link;
import io.marquee.waitingroom.Place;
import io.marquee.waitingroom.Place.Stage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor sees of the waiting room.
 *
 * @param tickets where they are chosen, with what was chosen before
 * @param path of the room; its forms lie below
 * @param chosen goes along with the forms; empty for nothing
 * @param signIn where an account proves an address; it leads back here, with what was chosen
 * @param poll where a script asks how the place stands
 * @param refresh seconds after which the page comes anew where no script runs; 0 for never, where somebody may be typing
 * @param opens when the room opens, in words; null once it has
 * @param now for countdowns
 * @param opensAt for the countdown; null once it has
 * @param ahead how many are before, in words
 * @param estimate how long it takes, in words
 * @param askAddress whether a proven address is needed and none is known
 * @param email as it was typed
 * @param link that proves one, opened from a mail
 * @param soldOut whether nothing is left as it stands
 * @param waitingLists where one can wait for what is sold out
 * @param draw how the draw can be checked, in words; null before it
 */
public record RoomPageView(
        String title,
        String when,
        String eventPath,
        String tickets,
        String path,
        String chosen,
        String signIn,
        String poll,
        int refresh,
        Place place,
        @Nullable String opens,
        Instant now,
        @Nullable Instant opensAt,
        String ahead,
        String estimate,
        long useSeconds,
        boolean askAddress,
        String email,
        @Nullable String link,
        @Nullable String draw,
        boolean soldOut,
        List<Link> waitingLists,
        FieldErrors errors) {

    public boolean at(Stage stage) {
        return place.stage() == stage;
    }

    /** Whether a new place at the end of the queue may be taken. */
    public boolean canTake() {
        return place.mayBeTaken();
    }

    /** How much of the way is done. */
    public long passed() {
        return Math.max(0, place.position() - place.ahead());
    }
}
