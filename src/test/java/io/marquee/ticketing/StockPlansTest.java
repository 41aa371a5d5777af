package io.marquee.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.testing.MarqueeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Under row-level security a statement is planned ten times as long as it runs: functions on the way of a sale keep their plans. */
@MarqueeTest
class StockPlansTest {
    @Autowired
    JdbcClient jdbc;

    @Test
    void only_what_is_rare_is_planned_each_time() {
        assertThat(jdbc.sql("""
                        select p.proname from pg_proc p
                          join pg_namespace n on n.oid = p.pronamespace
                          join pg_language l on l.oid = p.prolang
                         where n.nspname = 'ticketing' and l.lanname = 'plpgsql'
                           and not coalesce('plan_cache_mode=force_generic_plan' = any (p.proconfig), false)
                        """).query(String.class).list())
                .containsExactlyInAnyOrder(
                        "mend_seats",
                        "mend_stock",
                        "note_change", // plans nothing
                        "of_open_events", // one statement of its own, without arrays to plan for
                        "offer_to",
                        "sale_was_moved",
                        "size_was_raised",
                        "take_over");
    }
}
