package io.marquee.ticketing;

import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Refusal;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.TicketsRefused.SoldOut;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at what is left, to say what is missing for a cart. */
@Component
class Shelves {
    private final JdbcClient jdbc;
    private final Acting acting;
    private final TransactionTemplate reading;

    Shelves(JdbcClient jdbc, Acting acting, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.acting = acting;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /** One draw of a type on a quota. */
    private record Draw(TicketTypeId type, String name, UUID quota, int left) {}

    /**
     * For each cart by itself: the first type, in its order, of which too little is left, or its code that is used up; empty
     * when there is enough.
     */
    List<Optional<Refusal>> missing(EventView event, List<Priced> carts) {
        return acting.asSystem(
                event.organization(),
                () -> reading.execute(status -> {
                    List<Draw> draws = draws(carts);
                    Set<UUID> usedUp = usedUp(carts);
                    return carts.stream()
                            .map(cart -> soldOut(draws, cart).or(() -> usedUp(usedUp, cart)))
                            .toList();
                }));
    }

    private static Optional<Refusal> soldOut(List<Draw> draws, Priced cart) {
        Map<UUID, Integer> left = new HashMap<>();
        draws.forEach(draw -> left.put(draw.quota(), draw.left()));
        for (HoldView.Line item : cart.lines()) {
            List<Draw> own = draws.stream()
                    .filter(draw -> draw.type().equals(item.ticketType()))
                    .toList();
            int can =
                    own.stream().mapToInt(draw -> left.get(draw.quota())).min().orElse(0);
            if (can < item.quantity()) {
                String name = own.isEmpty() ? "" : own.getFirst().name();
                return Optional.of(new SoldOut(item.ticketType(), name, Math.max(0, can)));
            }
            own.forEach(draw -> left.merge(draw.quota(), -item.quantity(), Integer::sum));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> usedUp(Set<UUID> usedUp, Priced cart) {
        return cart.draws().stream().anyMatch(draw -> usedUp.contains(draw.quota()))
                ? Optional.of(InvalidInput.at("code", "code_used_up"))
                : Optional.empty();
    }

    private Set<UUID> usedUp(List<Priced> carts) {
        UUID[] codes = carts.stream()
                .flatMap(cart -> cart.draws().stream())
                .map(Priced.Draw::quota)
                .distinct()
                .toArray(UUID[]::new);
        return codes.length == 0
                ? Set.of()
                : jdbc.sql("select id from ticketing.quotas where id = any (?) and held + sold >= size")
                        .param(codes)
                        .query((row, n) -> row.getObject(1, UUID.class))
                        .set();
    }

    private List<Draw> draws(List<Priced> carts) {
        return jdbc.sql("""
                        select t.id, t.name, q.id, q.size - q.held - q.sold
                          from ticketing.ticket_types t
                          join ticketing.draws d on d.ticket_type_id = t.id
                          join ticketing.quotas q on q.id = d.quota_id
                         where t.id = any (?)
                        """)
                .param(carts.stream()
                        .flatMap(cart -> cart.lines().stream())
                        .map(item -> item.ticketType().value())
                        .distinct()
                        .toArray(UUID[]::new))
                .query((row, n) -> new Draw(
                        new TicketTypeId(row.getObject(1, UUID.class)),
                        row.getString(2),
                        row.getObject(3, UUID.class),
                        row.getInt(4)))
                .list();
    }
}
