package io.marquee.guest;

import io.marquee.guest.GuestEvent.Addressed;
import io.marquee.guest.GuestEvent.Letter;
import io.marquee.guest.GuestEvent.LettersDue;
import io.marquee.kernel.Ids;
import io.marquee.kernel.Wire;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Has guests written to, by whoever hears of it. */
@Component
class Letters {
    /** So many are written in one transaction of whoever hears it. */
    private static final int AT_ONCE = 100;

    private final ApplicationEventPublisher publisher;

    Letters(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    void write(GuestView guest, Letter letter) {
        write(List.of(guest), letter, "");
    }

    /** To guests of one event, but not to those who asked for no more mails. */
    void write(List<GuestView> guests, Letter letter, String words) {
        List<Addressed> addressed = guests.stream()
                .filter(guest -> !guest.muted() || isAnswer(letter))
                .map(guest -> new Addressed(guest.id().value(), cause(guest, letter)))
                .toList();
        for (int from = 0; from < addressed.size(); from += AT_ONCE) {
            List<Addressed> some = addressed.subList(from, Math.min(from + AT_ONCE, addressed.size()));
            GuestView one = guests.getFirst();
            publisher.publishEvent(new LettersDue(one.event(), one.organization(), letter, words, List.copyOf(some)));
        }
    }

    /** Names the guest: whoever hears how a mail came can tell it by its cause alone. */
    private static String cause(GuestView guest, Letter letter) {
        return "guest_" + Wire.name(letter) + ":" + guest.id() + ":" + Ids.next();
    }

    /** What they have just asked for, or were asked to decide on. */
    private static boolean isAnswer(Letter letter) {
        return switch (letter) {
            case INVITED, REMINDED -> false;
            case GOING, PENDING_APPROVAL, APPROVED, DECLINED, WAITLISTED, OFFERED, OFFER_OVER, LINK -> true;
        };
    }
}
