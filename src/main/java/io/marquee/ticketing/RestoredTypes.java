package io.marquee.ticketing;

import io.marquee.audit.EarlierValues;
import io.marquee.audit.Restorable;
import io.marquee.kernel.Money;
import io.marquee.kernel.NotFound;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings a ticket type back to how it was, or the number of a type's tickets, which has a history of its own. Whatever is
 * held or sold of it by now is refused as it is when it is edited by hand.
 */
@Component
class RestoredTypes implements Restorable {
    private final TicketTypes types;
    private final TicketTypeReads reads;
    private final JdbcClient jdbc;

    RestoredTypes(TicketTypes types, TicketTypeReads reads, JdbcClient jdbc) {
        this.types = types;
        this.reads = reads;
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> subjects() {
        return Set.of("ticket_type", "quota");
    }

    @Override
    public Set<String> fields() {
        return Set.of(
                "name",
                "description",
                "price_amount",
                "currency",
                "minimum_amount",
                "max_per_order",
                "max_per_person",
                "sale_starts_at",
                "sale_ends_at",
                "hidden",
                "add_on",
                "max_per_ticket",
                "variant_of",
                "size");
    }

    @Override
    @Transactional
    public void restore(UUID id, Map<String, @Nullable String> values) {
        TicketTypeView now = reads.editable(values.containsKey("size") ? drawingOn(id) : TicketTypeId.of(id));
        Draft draft = new Draft(now);
        new EarlierValues(values)
                .set("name", String::toString, v -> draft.name = v)
                .set("description", String::toString, v -> draft.description = v)
                .set("price_amount", Long::valueOf, v -> draft.price = v)
                .set("currency", Currency::getInstance, v -> draft.currency = v)
                .open("minimum_amount", Long::valueOf, v -> draft.minimum = v)
                .set("max_per_order", Integer::valueOf, v -> draft.maxPerOrder = v)
                .open("max_per_person", Integer::valueOf, v -> draft.maxPerPerson = v)
                .open("sale_starts_at", EarlierValues::instant, v -> draft.saleStartsAt = v)
                .open("sale_ends_at", EarlierValues::instant, v -> draft.saleEndsAt = v)
                .set("hidden", Boolean::valueOf, v -> draft.hidden = v)
                .set("add_on", Boolean::valueOf, v -> draft.addOn = v)
                .open("max_per_ticket", Integer::valueOf, v -> draft.maxPerTicket = v)
                .set("variant_of", String::toString, v -> draft.variantOf = v)
                .set("size", Integer::valueOf, v -> draft.quantity = v);
        types.edit(now.id(), draft.details());
    }

    /** Of a type's own number of tickets. Numbers that several types share are set where they are shared. */
    private TicketTypeId drawingOn(UUID quota) {
        return jdbc.sql("""
                        select d.ticket_type_id from ticketing.draws d join ticketing.quotas q on q.id = d.quota_id
                        where q.id = ? and not q.shared
                        """)
                .param(quota)
                .query(UUID.class)
                .optional()
                .map(TicketTypeId::of)
                .orElseThrow(() -> new NotFound("ticket_type"));
    }

    /** A type as it is, while some of it is set back. */
    private static final class Draft {
        private String name;
        private String description;
        private long price;
        private Currency currency;
        private @Nullable Long minimum;
        private int quantity;
        private int maxPerOrder;
        private @Nullable Integer maxPerPerson;
        private @Nullable Instant saleStartsAt;
        private @Nullable Instant saleEndsAt;
        private boolean hidden;
        private boolean addOn;
        private @Nullable Integer maxPerTicket;
        private String variantOf;

        Draft(TicketTypeView now) {
            name = now.name();
            description = now.description();
            price = now.price().amount();
            currency = now.price().currency();
            minimum = now.minimum() == null ? null : now.minimum().amount();
            quantity = now.size();
            maxPerOrder = now.maxPerOrder();
            maxPerPerson = now.maxPerPerson();
            saleStartsAt = now.saleStartsAt();
            saleEndsAt = now.saleEndsAt();
            hidden = now.hidden();
            addOn = now.addOn();
            maxPerTicket = now.maxPerTicket();
            variantOf = now.variantOf();
        }

        TicketTypeDetails details() {
            return new TicketTypeDetails(
                    name,
                    description,
                    new Money(price, currency),
                    quantity,
                    maxPerOrder,
                    maxPerPerson,
                    saleStartsAt,
                    saleEndsAt,
                    hidden,
                    minimum == null ? null : new Money(minimum, currency),
                    addOn,
                    maxPerTicket,
                    variantOf);
        }
    }
}
