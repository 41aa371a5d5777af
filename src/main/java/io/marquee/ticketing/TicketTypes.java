package io.marquee.ticketing;

import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The commands on ticket types. Each asks {@link Access} whether whoever acts may edit the event. */
@Component
public class TicketTypes {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 9;

    private final TicketTypeRows rows;
    private final Quotas quotas;
    private final TicketTypeReads reads;
    private final Access access;
    private final Acting acting;
    private final Clock clock;

    TicketTypes(TicketTypeRows rows, Quotas quotas, TicketTypeReads reads, Access access, Acting acting, Clock clock) {
        this.rows = rows;
        this.quotas = quotas;
        this.reads = reads;
        this.access = access;
        this.acting = acting;
        this.clock = clock;
    }

    /**
     * Adds a type at the end of the event's list.
     *
     * @throws InvalidInput
     */
    @Transactional
    public TicketTypeView create(EventView event, TicketTypeDetails details) {
        access.require(Permission.EDIT_EVENT, event.organization(), event.id());
        details.check();
        return acting.asSystem(event.organization(), () -> {
            TicketTypeId id = TicketTypeId.next();
            rows.insert(id, event.id(), event.organization(), details, newKey(), clock.instant());
            quotas.open(id, event.id(), event.organization(), details.quantity());
            quotas.share(event);
            return changed(id);
        });
    }

    /**
     * The price of what is held or sold stays as it was. The quantity may be raised freely, and lowered to what is held and
     * sold.
     *
     * @throws InvalidInput also when more than the new quantity is held or sold
     * @throws NotFound also once it is archived
     */
    @Transactional
    public TicketTypeView edit(TicketTypeId id, TicketTypeDetails details) {
        TicketTypeView before = reads.editable(id);
        details.check();
        return acting.asSystem(before.organization(), () -> {
            if (!rows.update(id, details)) throw new NotFound("ticket_type");
            quotas.resize(id, details.quantity());
            return changed(id);
        });
    }

    /** Takes it off sale for good; what is held or sold of it stays valid. Doing it again changes nothing. */
    @Transactional
    public void archive(TicketTypeId id) {
        TicketTypeView type = reads.editable(id);
        acting.asSystem(type.organization(), () -> {
            if (rows.archive(id, clock.instant())) reads.forget(type.event());
        });
    }

    /**
     * Puts the event's types into this order.
     *
     * @throws InvalidInput when a type is missing, doubled or another event's
     */
    @Transactional
    public void reorder(EventView event, List<TicketTypeId> order) {
        access.require(Permission.EDIT_EVENT, event.organization(), event.id());
        acting.asSystem(event.organization(), () -> {
            List<TicketTypeId> current = rows.ofEvent(event.id()).stream()
                    .filter(type -> !type.archived())
                    .map(TicketTypeView::id)
                    .toList();
            if (order.size() != current.size() || !new HashSet<>(order).equals(new HashSet<>(current))) {
                throw InvalidInput.at("order", "not_all_types");
            }
            rows.reorder(event.id(), order);
            reads.forget(event.id());
        });
    }

    private TicketTypeView changed(TicketTypeId id) {
        TicketTypeView type = rows.byIds(List.of(id)).getFirst();
        reads.forget(type.event());
        return type;
    }

    private static String newKey() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }
}
