package io.marquee.ticketing;

import io.marquee.pricing.Prices;
import io.marquee.pricing.QuoteJson;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Holds that the database makes for those in line: it keeps the places, their price is written here. */
@Component
public class OfferedHolds {
    private final HoldRows rows;
    private final TicketTypeReads types;
    private final Prices prices;
    private final JdbcClient jdbc;

    OfferedHolds(HoldRows rows, TicketTypeReads types, Prices prices, JdbcClient jdbc) {
        this.rows = rows;
        this.types = types;
        this.prices = prices;
        this.jdbc = jdbc;
    }

    /**
     * Writes what it costs now, with taxes and fees. For a hold that nobody was told of yet.
     *
     * @return false when it has ended already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean price(HoldId id) {
        // somebody's ticket costs what it cost them
        boolean active = jdbc.sql(
                        "select exists (select from ticketing.holds where id = ? and state = 'active' for update)")
                .param(id.value())
                .query(Boolean.class)
                .single();
        if (active && !isResale(id)) {
            HoldView hold = rows.find(id).orElseThrow();
            HoldView.Line line = hold.items().getFirst();
            write(id, priced(hold, line));
        }
        return active;
    }

    private boolean isResale(HoldId id) {
        return jdbc.sql("select resale from ticketing.holds where id = ?")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    private HoldView.Line priced(HoldView hold, HoldView.Line line) {
        TicketTypeView type = types.byIds(List.of(line.ticketType())).get(line.ticketType());
        if (type == null) return line;
        Offering offering = new Offering(List.of(type), prices.tariff(hold.event()), null);
        Cart cart = new Cart(List.of(new Wanted(type.id(), line.quantity())));
        return Priced.of(cart, List.of(type), offering).lines().getFirst();
    }

    private void write(HoldId id, HoldView.Line line) {
        int written = jdbc.sql("""
                        update ticketing.hold_lines
                           set name = ?, price_amount = ?, currency = ?, quote = ?::jsonb
                         where hold_id = ? and ticket_type_id = ?
                        """)
                .param(line.name())
                .param(line.price().amount())
                .param(line.price().currency().getCurrencyCode())
                .param(QuoteJson.write(line.cost()))
                .param(id.value())
                .param(line.ticketType().value())
                .update();
        if (written != 1) throw new IllegalStateException("an offer has one line: " + id);
    }
}
