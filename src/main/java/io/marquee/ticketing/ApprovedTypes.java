package io.marquee.ticketing;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.tenancy.Acting;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ticket types that are sold only to whom the team says yes. */
@Component
public class ApprovedTypes {
    private final MarkedTypes marked;
    private final JdbcClient jdbc;
    private final Access access;
    private final Acting acting;

    ApprovedTypes(JdbcClient jdbc, Access access, Acting acting) {
        this.marked = new MarkedTypes(jdbc, "approval");
        this.jdbc = jdbc;
        this.access = access;
        this.acting = acting;
    }

    /** Those among these, as the actor's rows allow. */
    @Transactional(readOnly = true)
    public Set<TicketTypeId> among(Collection<TicketTypeId> types) {
        return marked.among(types);
    }

    /** Whether some of what is held is. */
    @Transactional(readOnly = true)
    public boolean any(HoldView hold) {
        return !marked.among(
                        hold.items().stream().map(HoldView.Line::ticketType).toList())
                .isEmpty();
    }

    /** @param copies of an event's types, by what they are copies of */
    void copy(Map<UUID, UUID> copies) {
        marked.copy(copies);
    }

    /**
     * These are, and the event's others are not. Orders that were placed before stay as they were placed.
     *
     * @throws InvalidInput at {@code ticketTypes} for one that is not the event's, or archived
     * @throws io.marquee.kernel.Refusal
     */
    @Transactional
    public void choose(OrganizationId organization, EventId event, Collection<TicketTypeId> types) {
        access.require(Permission.EDIT_EVENT, organization, event);
        UUID[] ids = types.stream().map(TicketTypeId::value).distinct().toArray(UUID[]::new);
        acting.asSystem(organization, () -> {
            int fitting = jdbc.sql("""
                            select count(*) from ticketing.ticket_types
                            where event_id = ? and id = any (?) and archived_at is null
                            """)
                    .params(event.value(), ids)
                    .query(Integer.class)
                    .single();
            if (fitting != ids.length) throw InvalidInput.at("ticketTypes", "value");
            marked.set(event, ids);
        });
    }
}
