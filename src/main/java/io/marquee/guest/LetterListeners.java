package io.marquee.guest;

import io.marquee.guest.GuestView.MailState;
import io.marquee.platform.mail.LetterMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes how far invitations came. */
@Component
class LetterListeners {
    private final Invitations invitations;

    LetterListeners(Invitations invitations) {
        this.invitations = invitations;
    }

    @EventListener
    void on(LetterMoved moved) {
        if (!moved.kind().startsWith("guest_")) return;
        switch (moved.move()) {
            case SENT -> invitations.mailed(moved.cause(), MailState.SENT);
            case OPENED -> invitations.mailed(moved.cause(), MailState.OPENED);
            case CLICKED -> invitations.mailed(moved.cause(), MailState.CLICKED);
            case FAILED, BOUNCED -> invitations.mailed(moved.cause(), MailState.BOUNCED);
            case COMPLAINED, UNSUBSCRIBED -> invitations.unwanted(moved.cause());
        }
    }
}
