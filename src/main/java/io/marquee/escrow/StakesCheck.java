package io.marquee.escrow;

import io.marquee.platform.config.Settings;
import io.marquee.platform.database.Examination;
import io.marquee.platform.operation.Check;
import io.marquee.platform.operation.Finding;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;

/** Whether stakes end when they should, for the doctor: none is open long after its time, or was let go of by a bank. */
@Order(61)
class StakesCheck implements Check {
    /** Passes come every half minute: what is an hour late is stuck. */
    static final String STUCK = """
            select format('the stake of ticket %s should have gone back on %s', ticket_id, due_at) stuck
            from escrow.stakes where state = 'returning' and due_at < now() - interval '1 hour'
            union all
            select format('the stake of ticket %s should have been settled on %s', s.ticket_id, e.due_at)
            from escrow.stakes s join escrow.settlements e on e.event_id = s.event_id
            where s.state = 'held' and e.due_at < now() - interval '1 hour'
            union all
            select format('what is reserved for order %s should have been decided on %s', order_id, take_at)
            from escrow.reservations where decided_at is null and take_at < now() - interval '1 hour'
            union all
            select format('the card that was kept for order %s should have been charged on %s', order_id, try_at)
            from escrow.reservations where try_at < now() - interval '1 hour'
            limit 10
            """;

    private static final String LAPSED = """
            select format('banks let go of %s stakes of event %s before they were taken', count(*), event_id)
            from escrow.stakes where state = 'lapsed' group by event_id
            union all
            select format('banks refused to charge %s stakes of event %s to the cards that were kept', count(*), event_id)
            from escrow.stakes where state = 'unpaid' group by event_id limit 10
            """;

    /** An installation that was not brought up to date has nothing to look at. */
    private static final String THERE = """
            select column_name::text from information_schema.columns
            where table_schema = 'escrow' and table_name = 'reservations' and column_name = 'try_at'
            """;

    private final Settings settings;

    StakesCheck(Settings settings) {
        this.settings = settings;
    }

    @Override
    public List<Finding> examine() throws SQLException {
        return Examination.of(settings, THERE, StakesCheck::look);
    }

    private static List<Finding> look(Statement statement) throws SQLException {
        List<Finding> found = new ArrayList<>();
        Examination.texts(statement, STUCK)
                .forEach(stuck -> found.add(Finding.fail(
                        "stakes: " + stuck,
                        "look at the job escrow.settle-stakes on the administrator's page of jobs")));
        Examination.texts(statement, LAPSED)
                .forEach(lapsed ->
                        found.add(Finding.warn("stakes: " + lapsed, "the organizer's page of stakes lists them")));
        return found.isEmpty() ? List.of(Finding.ok("stakes: each ends when it should")) : found;
    }
}
