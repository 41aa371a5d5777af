package io.marquee.ticketing.transfer;

import io.marquee.audit.EarlierValues;
import io.marquee.audit.Restorable;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the rule by which tickets are passed on back to how it was. */
@Component
class RestoredTransferRule implements Restorable {
    private final TransferRules rules;
    private final EventReads events;

    RestoredTransferRule(TransferRules rules, EventReads events) {
        this.rules = rules;
        this.events = events;
    }

    @Override
    public Set<String> subjects() {
        return Set.of("transfer_rule");
    }

    @Override
    public Set<String> fields() {
        return Set.of("allowed", "until");
    }

    @Override
    @Transactional
    public void restore(UUID id, Map<String, @Nullable String> values) {
        EventView event = events.where(Permission.EDIT_EVENT, id.toString());
        TransferRule now = rules.of(event);
        boolean allowed = new EarlierValues(values).value("allowed", now.allowed(), Boolean::valueOf);
        String until = values.get("until");
        Instant then = until == null ? null : EarlierValues.instant(until);
        rules.set(event, new TransferRule(allowed, values.containsKey("until") ? then : now.until()));
    }
}
