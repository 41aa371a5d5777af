package io.marquee.ticketing;

import io.marquee.kernel.EventId;
import org.bouncycastle.crypto.signers.Ed25519Signer;
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
         */
        record Genuine(TicketId ticket, int serial) implements Reading {}

        /** Signed by us, for another event. */
        record OtherEvent() implements Reading {}

        /** Not signed by us, or not a code at all. */
        record Forged() implements Reading {}
    }

    public Reading read(String text, EventId event) {
        TicketCode code = TicketCode.parse(text);
        if (code == null || !isSigned(code)) return new Reading.Forged();
        return code.isFor(event)
                ? new Reading.Genuine(new TicketId(code.ticket()), code.serial())
                : new Reading.OtherEvent();
    }

    private boolean isSigned(TicketCode code) {
        return keys.find(code.key())
                .map(key -> {
                    Ed25519Signer verifier = new Ed25519Signer();
                    verifier.init(false, key);
                    verifier.update(code.message(), 0, code.message().length);
                    return verifier.verifySignature(code.signature());
                })
                .orElse(false);
    }
}
