package io.marquee.notification;

import io.marquee.notification.carrier.Carrier;
import io.marquee.notification.carrier.Envelope;
import io.marquee.notification.carrier.Envelope.Attachment;
import io.marquee.notification.carrier.NotTaken;
import io.marquee.platform.config.Settings;
import org.springframework.stereotype.Component;

/** Puts a stored mail and what goes with it into one envelope, and hands it over. */
@Component
class Envelopes {
    private final Settings settings;
    private final Enclosures enclosures;
    private final LetterPress press;
    private final Carrier carrier;

    Envelopes(Settings settings, Enclosures enclosures, LetterPress press, Carrier carrier) {
        this.settings = settings;
        this.enclosures = enclosures;
        this.press = press;
        this.carrier = carrier;
    }

    void send(StoredMail mail) throws NotTaken {
        carrier.take(new Envelope(
                mail.id(),
                mail.round(),
                settings.mailFrom(),
                mail.recipient(),
                mail.subject(),
                mail.html(),
                mail.plain(),
                mail.canBeEnded() ? press.unsubscribe(mail.id()) : null,
                enclosures.of(mail).stream()
                        .map(one -> new Attachment(one.name(), one.contentType(), one.inline(), one.bytes()))
                        .toList()));
    }
}
