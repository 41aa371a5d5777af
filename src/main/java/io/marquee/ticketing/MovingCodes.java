package io.marquee.ticketing;

import io.marquee.platform.config.Hmac;
import io.marquee.platform.config.Settings;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Codes that change every few seconds on their holder's page. Each ticket has a key for that, derived anew from the installation's
 * secret, the ticket and its serial; the page signs the time with it, and the organization vouches for its public half.
 */
@Component
public class MovingCodes {
    /** How long one is shown. */
    public static final Duration STEP = Duration.ofSeconds(10);

    /** How far it may be from the gate's time: the clocks of page and gate are set by the server's, within seconds. */
    public static final Duration TOLERANCE = Duration.ofSeconds(30);

    private final Hmac hmac;
    private final SigningKeys keys;

    MovingCodes(Settings settings, SigningKeys keys) {
        this.hmac = new Hmac(settings.secret().keyFor("moving-codes"));
        this.keys = keys;
    }

    /**
     * What a page needs to show a ticket's code for as long as it likes.
     *
     * @param secret 32 bytes: the seed of an Ed25519 key
     * @param certificate 127 bytes: whose key that is, signed by the organization
     */
    public record Credential(byte[] secret, byte[] certificate) {
        /** The code of this moment. */
        public String at(Instant now) {
            byte[] shown = MovingCode.shown(certificate, now);
            byte[] proof = new SigningKeys.Signing(0, new Ed25519PrivateKeyParameters(secret, 0)).sign(shown);
            return new MovingCode(ByteBuffer.allocate(shown.length + proof.length)
                            .put(shown)
                            .put(proof)
                            .array())
                    .text();
        }
    }

    /** Whoever asks has decided that the actor holds the ticket. */
    @Transactional
    public Credential of(TicketView ticket) {
        Ed25519PrivateKeyParameters holder = key(ticket.id(), ticket.serial());
        SigningKeys.Signing key = keys.current(ticket.organization());
        byte[] certified = MovingCode.certified(
                key.id(),
                ticket.event(),
                ticket.id(),
                ticket.serial(),
                holder.generatePublicKey().getEncoded());
        byte[] certificate = ByteBuffer.allocate(MovingCode.CERTIFICATE_BYTES)
                .put(certified)
                .put(key.sign(certified))
                .array();
        return new Credential(holder.getEncoded(), certificate);
    }

    /** The public half of a ticket's key: nobody knows it who has not seen one of the ticket's moving codes. */
    public byte[] holderKey(TicketId ticket, int serial) {
        return key(ticket, serial).generatePublicKey().getEncoded();
    }

    /** @param shownAt when the code began to be shown */
    static boolean isFresh(Instant shownAt, Instant now) {
        return !shownAt.plus(STEP).plus(TOLERANCE).isBefore(now)
                && !shownAt.minus(TOLERANCE).isAfter(now);
    }

    private Ed25519PrivateKeyParameters key(TicketId ticket, int serial) {
        UUID id = ticket.value();
        byte[] whose = ByteBuffer.allocate(20)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putInt(serial)
                .array();
        return new Ed25519PrivateKeyParameters(hmac.of(whose), 0);
    }
}
