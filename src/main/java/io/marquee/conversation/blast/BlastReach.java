package io.marquee.conversation.blast;

import io.marquee.event.EventView;
import io.marquee.guest.GuestSegments.Member;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.Ids;
import io.marquee.platform.mail.Circulation;
import io.marquee.platform.mail.Circulation.Circular;
import io.marquee.platform.mail.Circulation.Reach;
import io.marquee.platform.mail.Topic;
import io.marquee.platform.tenancy.Acting;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom a blast would reach, and what became of one. */
@Component
public class BlastReach {
    private static final int AT_ONCE = 5_000;

    private final Audience audience;
    private final Circulation circulation;
    private final Access access;
    private final Acting acting;

    BlastReach(Audience audience, Circulation circulation, Access access, Acting acting) {
        this.audience = audience;
        this.circulation = circulation;
        this.access = access;
        this.acting = acting;
    }

    /** @param guests of the segment at this moment */
    public record Count(int guests, Reach reach) {}

    @Transactional(readOnly = true)
    public Count count(EventView event, Segment segment, boolean byEmail, boolean inApp) {
        access.require(Permission.SEE_GUESTS, event.organization(), event.id());
        Circular circular = new Circular(Ids.next(), "blast", Topic.NEWS, event.organization(), byEmail, inApp);
        return acting.asSystem(event.organization(), () -> {
            Count count = new Count(0, Reach.NONE);
            @Nullable UUID after = null;
            do {
                Audience.Batch batch = audience.batch(event, segment, after, AT_ONCE);
                count = plus(count, circular, batch);
                after = batch.last();
            } while (after != null);
            return count;
        });
    }

    private Count plus(Count count, Circular circular, Audience.Batch batch) {
        if (batch.members().isEmpty()) return count;
        Reach more = circulation.reach(
                circular, batch.members().stream().map(Member::email).toList());
        return new Count(count.guests() + batch.members().size(), count.reach().plus(more));
    }

    /** How many of its mails are in each state, as on the wire. */
    @Transactional(readOnly = true)
    public Map<String, Integer> fates(BlastView blast) {
        access.require(Permission.SEE_GUESTS, blast.organization(), blast.event());
        return circulation.fates(blast.id().value());
    }
}
