package io.marquee.notification;

import io.marquee.notification.MailPace.Turn;
import io.marquee.notification.MailPace.Wait;
import io.marquee.notification.carrier.NotTaken;
import io.marquee.platform.mail.LetterMoved;
import io.marquee.platform.tenancy.Acting;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands one mail to the server, outside of any transaction, and writes down how it went. */
@Component
class MailSending {
    /** The last some nine hours after the first: greylisting and nightly upkeep of servers pass by then. */
    static final int TRIES = 9;

    private static final Logger LOG = LoggerFactory.getLogger(MailSending.class);

    private final MailTable mails;
    private final Envelopes envelopes;
    private final Moves moves;
    private final Returns returns;
    private final MailPace pace;
    private final Acting acting;
    private final TransactionTemplate transaction;

    MailSending(
            MailTable mails,
            Envelopes envelopes,
            Moves moves,
            Returns returns,
            MailPace pace,
            Acting acting,
            TransactionTemplate transaction) {
        this.mails = mails;
        this.envelopes = envelopes;
        this.moves = moves;
        this.returns = returns;
        this.pace = pace;
        this.acting = acting;
        this.transaction = transaction;
    }

    /**
     * @return how long to wait before it may be sent; no time where nothing is left to do
     * @throws IllegalStateException when it has to be tried again
     */
    Wait send(UUID id, Turn turn) {
        StoredMail mail = acting.asPlatform(() -> transaction.execute(status -> mails.find(id)));
        if (mail == null || mail.state() != MailState.QUEUED) return Wait.OVER;
        Wait wait = pace.next(mail, turn);
        if (wait.time().isZero()) handOver(mail);
        return wait;
    }

    private void handOver(StoredMail mail) {
        try {
            envelopes.send(mail);
            sent(mail);
        } catch (NotTaken e) {
            if (e.noMailbox() != null) {
                returns.note(new MailReturn(mail.id(), mail.recipient(), MailReturn.Kind.BOUNCED, e.noMailbox()));
                return;
            }
            failed(mail, e);
            throw new IllegalStateException("mail " + mail.id() + " was not taken", e);
        }
    }

    private void sent(StoredMail mail) {
        acting.asPlatform(() -> transaction.executeWithoutResult(status -> {
            if (mails.sent(mail.id())) moves.tell(mail, LetterMoved.Move.SENT);
        }));
    }

    private void failed(StoredMail mail, Exception e) {
        MailState next = mail.attempts() + 1 >= TRIES ? MailState.FAILED : MailState.QUEUED;
        LOG.warn("mail {} was not taken, try {}: {}", mail.id(), mail.attempts() + 1, e.getMessage());
        acting.asPlatform(() -> transaction.executeWithoutResult(status -> {
            mails.failed(mail.id(), String.valueOf(e.getMessage()), next);
            if (next == MailState.FAILED) moves.tell(mail, LetterMoved.Move.FAILED);
        }));
    }
}
