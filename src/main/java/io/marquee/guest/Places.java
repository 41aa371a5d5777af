package io.marquee.guest;

import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The places of events whose guests need no ticket, and the rules by which they answer. */
@Component
class Places {
    static final int MOST_PLUS_ONES = 20;

    private final JdbcClient jdbc;

    Places(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param open whether those may answer who were not invited
     * @param taken by guests without a ticket, with those that they bring
     */
    record Rules(boolean open, int plusOnes, int taken) {}

    Rules rules(EventId event) {
        return jdbc.sql("select open, plus_ones, taken from guest.rules where event_id = ?")
                .param(event.value())
                .query((row, n) -> new Rules(row.getBoolean(1), row.getInt(2), row.getInt(3)))
                .optional()
                .orElse(new Rules(true, 0, 0));
    }

    void set(EventView event, boolean open, int plusOnes) {
        jdbc.sql("""
                        insert into guest.rules (event_id, organization_id, open, plus_ones) values (?, ?, ?, ?)
                        on conflict (event_id) do update set open = excluded.open, plus_ones = excluded.plus_ones
                        """)
                .params(event.id().value(), event.organization().value(), open, plusOnes)
                .update();
    }

    /**
     * Nobody else lets anybody in until the transaction ends. The guests concerned are locked before.
     *
     * @return how many places are left; as many as there are numbers where the event has no limit
     */
    int lockLeft(EventView event) {
        Integer capacity = event.details().capacity();
        if (capacity == null || event.details().ticketing()) return Integer.MAX_VALUE;
        jdbc.sql("insert into guest.rules (event_id, organization_id) values (?, ?) on conflict do nothing")
                .params(event.id().value(), event.organization().value())
                .update();
        int taken = jdbc.sql("select taken from guest.rules where event_id = ? for update")
                .param(event.id().value())
                .query(Integer.class)
                .single();
        return Math.max(0, capacity - taken);
    }

    /** Before a guest comes, or brings more. @throws GuestRefused.Full */
    void require(EventView event, GuestView guest, GuestState to, int plusOnes) {
        int more = needed(guest, to, plusOnes);
        if (more <= 0) return;
        int left = lockLeft(event);
        if (more > left) throw new GuestRefused.Full(left);
    }

    static int needed(GuestView guest, GuestState to, int plusOnes) {
        boolean takes = (to == GuestState.GOING || to == GuestState.OFFERED) && guest.tickets() == 0;
        return (takes ? 1 + plusOnes : 0) - guest.places();
    }
}
