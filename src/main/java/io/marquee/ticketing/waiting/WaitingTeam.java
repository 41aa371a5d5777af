package io.marquee.ticketing.waiting;

import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.TicketTypeReads;
import io.marquee.ticketing.TicketTypeView;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an event's team does with its waiting lists. */
@Component
public class WaitingTeam {
    private final WaitingRows rows;
    private final WaitingList list;
    private final TicketTypeReads types;
    private final Access access;
    private final Acting acting;

    WaitingTeam(WaitingRows rows, WaitingList list, TicketTypeReads types, Access access, Acting acting) {
        this.rows = rows;
        this.list = list;
        this.types = types;
        this.access = access;
        this.acting = acting;
    }

    /** For offers that are made from now on. @throws io.marquee.kernel.InvalidInput at {@code offerMinutes} */
    @Transactional
    public WaitingRule set(EventView event, WaitingRule rule) {
        access.require(Permission.EDIT_EVENT, event.organization(), event.id());
        rule.check();
        return acting.asSystem(event.organization(), () -> {
            rows.rule(event.id(), event.organization(), rule);
            return rows.rule(event.id());
        });
    }

    /** Switches a type's list on or off. Off, it takes nobody in and offers nothing; on again, it begins with whoever is next. */
    @Transactional
    public void open(EventView event, TicketTypeId id, boolean open) {
        access.require(Permission.EDIT_EVENT, event.organization(), event.id());
        TicketTypeView type = types.byIds(List.of(id)).get(id);
        if (type == null || !type.event().equals(event.id())) throw new NotFound("ticket_type");
        acting.asSystem(event.organization(), () -> {
            rows.open(id, event.id(), event.organization(), open);
            if (open) offer(event);
        });
    }

    /** Out of line; what is on offer to them and not ordered yet goes to the next. @throws WaitingRefused */
    @Transactional
    public EntryView remove(EventView event, EntryId id) {
        EntryView entry = managed(event, id);
        return acting.asSystem(event.organization(), () -> list.end(entry, EntryState.REMOVED));
    }

    /**
     * Puts somebody in front of everybody who waits for the type: what comes free is theirs first, and what is there is offered
     * at once.
     *
     * @throws WaitingRefused when they do not wait any more
     */
    @Transactional
    public EntryView offer(EventView event, EntryId id) {
        EntryView entry = managed(event, id);
        return acting.asSystem(event.organization(), () -> {
            if (!rows.prefer(id)) throw new WaitingRefused.Over(entry.state());
            offer(event);
            return Objects.requireNonNull(rows.byId(id));
        });
    }

    private void offer(EventView event) {
        rows.lock(event.id());
        rows.offer(event.id());
    }

    private EntryView managed(EventView event, EntryId id) {
        access.require(Permission.REFUND, event.organization(), event.id());
        EntryView entry = acting.asSystem(event.organization(), () -> rows.byId(id));
        if (entry == null || !entry.event().equals(event.id())) throw new NotFound("waiting_entry");
        return entry;
    }
}
