package io.marquee.ordering;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An event's orders in numbers, as the actor's rows allow. */
@Component
@Transactional(readOnly = true)
public class OrderFigures {
    private final JdbcClient jdbc;

    OrderFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was taken in one currency.
     *
     * @param orders that were bought
     * @param revenue paid, less what went back; what is only reserved is not paid
     */
    public record Takings(int orders, Money revenue) {}

    /** By currency. It reads an index alone, since it is asked once a second while somebody watches. */
    public List<Takings> takings(EventId event) {
        return jdbc.sql("""
                        select currency, count(*), coalesce(sum(total_amount - refunded_amount) filter (where reservation is null or reservation = 'taken'), 0)
                        from ordering.orders
                        where event_id = ? and state in ('paid', 'partially_refunded', 'refunded')
                        group by currency order by 3 desc, 1
                        """)
                .param(event.value())
                .query((row, n) -> new Takings(row.getInt(2), Money.of(row.getLong(3), row.getString(1))))
                .list();
    }

    /** The newest order, whatever its state. */
    public @Nullable OrderId latest(EventId event) {
        return jdbc.sql("select id from ordering.orders where event_id = ? order by id desc limit 1")
                .param(event.value())
                .query((row, n) -> new OrderId(row.getObject(1, java.util.UUID.class)))
                .optional()
                .orElse(null);
    }

    /** Tickets bought on each day, with the days on which there were none, oldest first. */
    public TreeMap<LocalDate, Integer> ticketsADay(EventId event, LocalDate from, LocalDate until, ZoneId zone) {
        TreeMap<LocalDate, Integer> days = new TreeMap<>();
        from.datesUntil(until.plusDays(1)).forEach(day -> days.put(day, 0));
        jdbc.sql("""
                        select (o.paid_at at time zone ?)::date, sum(l.quantity)
                        from ordering.orders o join ordering.order_lines l on l.order_id = o.id
                        where o.event_id = ? and o.paid_at >= ?
                        group by 1
                        """)
                .param(zone.getId())
                .param(event.value())
                .param(Timestamp.from(startOf(from, zone)))
                .query(row -> {
                    days.replace(row.getObject(1, LocalDate.class), row.getInt(2));
                });
        return days;
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
