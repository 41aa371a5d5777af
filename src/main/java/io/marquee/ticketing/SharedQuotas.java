package io.marquee.ticketing;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Ids;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers that several ticket types share, such as an early and a late price for the same places. Which types share one stays
 * as it is: whoever wants others gives it up and defines another.
 */
@Component
public class SharedQuotas {
    private static final int MOST = 10_000_000;
    private static final int LONGEST_NAME = 80;
    private static final int MOST_OF_EVENT = 50;

    private final SharedQuotaRows rows;
    private final TicketTypeReads types;
    private final EventReads events;
    private final Access access;
    private final Acting acting;
    private final Clock clock;

    SharedQuotas(
            SharedQuotaRows rows, TicketTypeReads types, EventReads events, Access access, Acting acting, Clock clock) {
        this.rows = rows;
        this.types = types;
        this.events = events;
        this.access = access;
        this.acting = acting;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<SharedQuotaView> of(EventView event) {
        access.require(Permission.EDIT_EVENT, event.organization(), event.id());
        return acting.asSystem(event.organization(), () -> rows.ofEvent(event.id()));
    }

    /** @throws InvalidInput also when more than its size is held and sold of the types already */
    @Transactional
    public SharedQuotaView create(EventView event, String name, int size, Set<TicketTypeId> sharing) {
        access.require(Permission.EDIT_EVENT, event.organization(), event.id());
        check(name, size);
        checkTypes(event.id(), sharing);
        return acting.asSystem(event.organization(), () -> {
            if (rows.ofEvent(event.id()).size() >= MOST_OF_EVENT) {
                throw InvalidInput.at("", "too_many_quotas", MOST_OF_EVENT);
            }
            int[] taken = rows.lockTaken(sharing);
            if (taken[0] + taken[1] > size) throw InvalidInput.at("size", "below_taken", taken[0] + taken[1]);
            SharedQuotaView quota = new SharedQuotaView(
                    Ids.next(),
                    event.id(),
                    event.organization(),
                    name.strip(),
                    size,
                    taken[0] + taken[1],
                    List.copyOf(sharing));
            if (!rows.insert(quota, taken[0], taken[1])) throw InvalidInput.at("name", "name_taken");
            types.forget(event.id());
            return quota;
        });
    }

    /** @throws InvalidInput also when more than the new size is held and sold */
    @Transactional
    public SharedQuotaView edit(UUID id, String name, int size) {
        SharedQuotaView before = editable(id);
        check(name, size);
        return acting.asSystem(before.organization(), () -> {
            if (!rows.nameIsFree(before, name.strip())) throw InvalidInput.at("name", "name_taken");
            if (!rows.update(id, name.strip(), size))
                throw InvalidInput.at("size", "below_taken", found(id).taken());
            types.forget(before.event());
            return found(id);
        });
    }

    /** The types go on with their own numbers alone. */
    @Transactional
    public void retire(UUID id) {
        SharedQuotaView quota = editable(id);
        acting.asSystem(quota.organization(), () -> {
            if (!rows.retire(id, clock.instant())) throw new NotFound("shared_quota");
            types.forget(quota.event());
        });
    }

    /** One that whoever acts may edit. */
    @Transactional(readOnly = true)
    public SharedQuotaView editable(UUID id) {
        SharedQuotaView quota = acting.asPlatform(() -> found(id));
        // to those who may not see the event there is no such quota
        events.byId(quota.event());
        access.require(Permission.EDIT_EVENT, quota.organization(), quota.event());
        return quota;
    }

    private SharedQuotaView found(UUID id) {
        SharedQuotaView quota = rows.byId(id);
        if (quota == null) throw new NotFound("shared_quota");
        return quota;
    }

    private static void check(String name, int size) {
        InvalidInput.gather()
                .check(!name.isBlank(), "name", "required")
                .check(name.strip().length() <= LONGEST_NAME, "name", "too_long", LONGEST_NAME)
                .check(name.codePoints().noneMatch(Character::isISOControl), "name", "one_line")
                .check(size >= 0 && size <= MOST, "size", "range", 0, MOST)
                .orThrow();
    }

    private void checkTypes(EventId event, Set<TicketTypeId> sharing) {
        Set<TicketTypeId> known = types.onShow(event, type -> true).stream()
                .map(TicketTypeView::id)
                .collect(Collectors.toSet());
        InvalidInput.gather()
                .check(sharing.size() >= 2, "ticketTypes", "two_or_more_types")
                .check(known.containsAll(sharing), "ticketTypes", "unknown_ticket_type")
                .orThrow();
    }
}
