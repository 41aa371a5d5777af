package io.marquee.ticketing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.marquee.kernel.EventId;
import io.marquee.platform.tenancy.Acting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which tickets admit, and where. A gate that is called like an add-on ("Parking") is for that add-on alone; every other gate is for
 * admissions. Case and blanks around the name do not count.
 */
@Component
public class AddOns {
    private final JdbcClient jdbc;
    private final Acting acting;
    private final TransactionTemplate reading;
    private final Cache<EventId, Map<TicketTypeId, String>> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build();

    AddOns(JdbcClient jdbc, Acting acting, TransactionTemplate reading) {
        this.jdbc = jdbc;
        this.acting = acting;
        this.reading = reading;
    }

    /** What an event's add-ons are called, and so the gates for them. */
    public List<String> names(EventId event) {
        return of(event).values().stream().sorted().distinct().toList();
    }

    public boolean isAddOn(TicketView ticket) {
        return of(ticket.event()).containsKey(ticket.ticketType());
    }

    public boolean isAddOn(EventId event, TicketTypeId type) {
        return of(event).containsKey(type);
    }

    /** Whether this gate lets in tickets of this kind. Names are at most a second stale. */
    public boolean fits(TicketView ticket, String gate) {
        Map<TicketTypeId, String> addOns = of(ticket.event());
        String own = addOns.get(ticket.ticketType());
        return own == null ? addOns.values().stream().noneMatch(name -> same(name, gate)) : same(own, gate);
    }

    private static boolean same(String name, String gate) {
        return name.strip().equalsIgnoreCase(gate.strip());
    }

    /** By name, archived ones too: their tickets are still out. */
    private Map<TicketTypeId, String> of(EventId event) {
        return Objects.requireNonNull(known.get(event, this::load));
    }

    private Map<TicketTypeId, String> load(EventId event) {
        record Named(TicketTypeId type, String name) {}
        return acting
                .asPlatform(() -> Objects.requireNonNull(reading.execute(status -> jdbc.sql(
                                "select id, name from ticketing.ticket_types where event_id = ? and add_on")
                        .param(event.value())
                        .query((row, n) -> new Named(new TicketTypeId(row.getObject(1, UUID.class)), row.getString(2)))
                        .list())))
                .stream()
                .collect(Collectors.toMap(Named::type, Named::name));
    }
}
