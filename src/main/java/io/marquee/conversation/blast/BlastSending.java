package io.marquee.conversation.blast;

import io.marquee.event.EventReads;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.mail.Circulation;
import io.marquee.platform.mail.Circulation.Circular;
import io.marquee.platform.mail.Circulation.Reach;
import io.marquee.platform.mail.Topic;
import io.marquee.platform.tenancy.Acting;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands a blast over, a batch a transaction: the copies and how far they came are written together, so that a node that dies leaves
 * whole batches behind and the next one goes on after the last of them.
 */
@Component
class BlastSending {
    static final int AT_ONCE = 500;

    private final BlastRows rows;
    private final Audience audience;
    private final BlastLetters letters;
    private final Circulation circulation;
    private final EventReads events;
    private final Acting acting;
    private final TransactionTemplate transaction;

    BlastSending(
            BlastRows rows,
            Audience audience,
            BlastLetters letters,
            Circulation circulation,
            EventReads events,
            Acting acting,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.audience = audience;
        this.letters = letters;
        this.circulation = circulation;
        this.events = events;
        this.acting = acting;
        this.transaction = transaction;
    }

    void send(BlastId id, OrganizationId organization) {
        boolean more = true;
        while (more) more = batch(id, organization, AT_ONCE);
    }

    /** @return whether there is more to do */
    boolean batch(BlastId id, OrganizationId organization, int most) {
        return acting.asSystem(
                organization, () -> Boolean.TRUE.equals(transaction.execute(status -> batch(rows.locked(id), most))));
    }

    private boolean batch(@Nullable BlastView blast, int most) {
        if (blast == null) return false;
        return switch (blast.state()) {
            case SCHEDULED -> begin(blast);
            case SENDING -> handOver(blast, most) || !rows.move(blast, BlastState.SENT);
            case SENT, CANCELLED -> false;
        };
    }

    /** An event that was taken back has nothing to say to anybody. */
    private boolean begin(BlastView blast) {
        boolean shown = events.byId(blast.event()).state() != EventState.DRAFT;
        return rows.move(blast, shown ? BlastState.SENDING : BlastState.CANCELLED) && shown;
    }

    /** @return false when everybody had their turn */
    private boolean handOver(BlastView blast, int most) {
        EventView event = events.byId(blast.event());
        Audience.Batch batch = audience.batch(event, blast.draft().segment(), blast.reached(), most);
        if (batch.last() == null) return false;
        Circular circular = new Circular(
                blast.id().value(),
                "blast",
                Topic.NEWS,
                blast.organization(),
                blast.draft().byEmail(),
                blast.draft().inApp());
        Reach handed = batch.members().isEmpty()
                ? Reach.NONE
                : circulation.hand(circular, letters.copies(event, blast, batch.members()));
        rows.advance(blast, batch.last(), batch.members().size(), handed);
        return true;
    }
}
