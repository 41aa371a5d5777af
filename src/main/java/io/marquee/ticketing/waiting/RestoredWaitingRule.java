package io.marquee.ticketing.waiting;

import io.marquee.audit.EarlierValues;
import io.marquee.audit.Restorable;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the time that an offer of the waiting list stays open back to what it was. */
@Component
class RestoredWaitingRule implements Restorable {
    private final WaitingTeam team;
    private final WaitingReads reads;
    private final EventReads events;

    RestoredWaitingRule(WaitingTeam team, WaitingReads reads, EventReads events) {
        this.team = team;
        this.reads = reads;
        this.events = events;
    }

    @Override
    public Set<String> subjects() {
        return Set.of("waiting_rule");
    }

    @Override
    public Set<String> fields() {
        return Set.of("offer_minutes");
    }

    @Override
    @Transactional
    public void restore(UUID id, Map<String, @Nullable String> values) {
        EventView event = events.where(Permission.EDIT_EVENT, id.toString());
        int now = reads.rule(event).offerMinutes();
        team.set(event, new WaitingRule(new EarlierValues(values).value("offer_minutes", now, Integer::valueOf)));
    }
}
