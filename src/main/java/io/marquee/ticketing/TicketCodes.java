package io.marquee.ticketing;

import io.marquee.kernel.EventId;
import java.time.Instant;
import java.util.Locale;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the signed text of a QR without asking the database for the ticket. The format is in docs/algorithms. */
@Component
public class TicketCodes {
    private final VerifyingKeys keys;

    TicketCodes(VerifyingKeys keys) {
        this.keys = keys;
    }

    /** What a code says. */
    public sealed interface Reading {
        /**
         * Signed by us, for this event.
         *
         * @param serial a lower one than the ticket's: the code was given away with a transfer
         * @param shownAt when a code that moves began to be shown; null for one that doesn't
         */
        record Genuine(
                TicketId ticket, int serial, @Nullable Instant shownAt) implements Reading {}

        /** Signed by us, for another event. */
        record OtherEvent() implements Reading {}

        /** Not signed by us, or not a code at all. */
        record Forged() implements Reading {}
    }

    public Reading read(String text, EventId event) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        return code.length() == MovingCode.LENGTH ? readMoving(code, event) : readStatic(code, event);
    }

    private Reading readStatic(String text, EventId event) {
        TicketCode code = TicketCode.parse(text);
        if (code == null || !isOurs(code.key(), code.message(), code.signature())) return new Reading.Forged();
        return code.isFor(event)
                ? new Reading.Genuine(new TicketId(code.ticket()), code.serial(), null)
                : new Reading.OtherEvent();
    }

    private Reading readMoving(String text, EventId event) {
        MovingCode code = MovingCode.parse(text);
        if (code == null || !isOurs(code.key(), code.certified(), code.signature()) || !isHolders(code)) {
            return new Reading.Forged();
        }
        return code.isFor(event)
                ? new Reading.Genuine(code.ticket(), code.serial(), code.shownAt())
                : new Reading.OtherEvent();
    }

    private boolean isOurs(int key, byte[] message, byte[] signature) {
        return keys.find(key).map(found -> isSigned(found, message, signature)).orElse(false);
    }

    private static boolean isHolders(MovingCode code) {
        return isSigned(new Ed25519PublicKeyParameters(code.holderKey(), 0), code.shown(), code.proof());
    }

    private static boolean isSigned(Ed25519PublicKeyParameters key, byte[] message, byte[] signature) {
        Ed25519Signer verifier = new Ed25519Signer();
        verifier.init(false, key);
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
    }
}
