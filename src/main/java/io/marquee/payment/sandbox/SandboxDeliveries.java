package io.marquee.payment.sandbox;

import io.marquee.kernel.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The webhooks that the sandbox owes the shop, sent as its behaviour says: now, late, twice or never. */
@Component
class SandboxDeliveries {
    private final JdbcClient jdbc;
    private final SandboxBehaviours behaviours;
    private final SandboxAgenda agenda;
    private final Clock clock;

    SandboxDeliveries(JdbcClient jdbc, SandboxBehaviours behaviours, SandboxAgenda agenda, Clock clock) {
        this.jdbc = jdbc;
        this.behaviours = behaviours;
        this.agenda = agenda;
        this.clock = clock;
    }

    /** A row of payment.sandbox_deliveries. */
    record SandboxDelivery(
            String id,
            String type,
            String charge,
            String payload,
            String state,
            int attempts,
            @Nullable String lastAnswer,
            Instant createdAt) {
        private static SandboxDelivery read(ResultSet row, int number) throws SQLException {
            return new SandboxDelivery(
                    row.getString("id"),
                    row.getString("type"),
                    row.getString("charge_id"),
                    row.getString("payload"),
                    row.getString("state"),
                    row.getInt("attempts"),
                    row.getString("last_answer"),
                    row.getTimestamp("created_at").toInstant());
        }
    }

    /** In the transaction of the change that it tells. */
    void owe(SandboxCharge charge, String type) {
        // every value is a word or an id of ours: nothing in it needs escaping
        tell(charge.id(), type, "\"charge\":\"%s\",\"reference\":\"%s\"".formatted(charge.id(), charge.reference()));
    }

    /** @param object what of an organizer's account it is about */
    void owe(String account, String object, String type) {
        tell(object, type, "\"account\":\"%s\",\"object\":\"%s\"".formatted(account, object));
    }

    private void tell(String about, String type, String data) {
        SandboxBehaviour behaviour = behaviours.current();
        String id = SandboxIds.next("evt");
        Instant now = clock.instant();
        String payload = """
                {"id":"%s","type":"%s","created":%d,"data":{%s}}""".formatted(id, type, now.getEpochSecond(), data);
        boolean withheld = behaviour.delivery() == SandboxBehaviour.Delivery.NEVER;
        jdbc.sql("""
                        insert into payment.sandbox_deliveries (id, type, charge_id, payload, state, created_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(id, type, about, payload, withheld ? "withheld" : "pending", Timestamp.from(now))
                .update();
        switch (behaviour.delivery()) {
            case NOW -> agenda.deliver(id, 1, now);
            case LATE -> agenda.deliver(id, 1, now.plusSeconds(behaviour.lateSeconds()));
            case TWICE -> {
                agenda.deliver(id, 1, now);
                agenda.deliver(id, 2, now);
            }
            case NEVER -> {}
        }
    }

    /** By hand, once more. @throws NotFound */
    @Transactional
    public void again(String id) {
        SandboxDelivery delivery = byId(id);
        Instant now = clock.instant();
        agenda.deliver(delivery.id(), Math.toIntExact(now.getEpochSecond()), now);
    }

    /** @throws NotFound */
    @Transactional(readOnly = true)
    public SandboxDelivery byId(String id) {
        return jdbc.sql("select * from payment.sandbox_deliveries where id = ?")
                .param(id)
                .query(SandboxDelivery::read)
                .optional()
                .orElseThrow(() -> new NotFound("page"));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<SandboxDelivery> recent(int limit) {
        return jdbc.sql("select * from payment.sandbox_deliveries order by created_at desc, id limit ?")
                .param(limit)
                .query(SandboxDelivery::read)
                .list();
    }

    /** @param answer the status, or what went wrong */
    @Transactional
    public void tried(String id, String state, String answer) {
        int rows = jdbc.sql("""
                        update payment.sandbox_deliveries
                        set state = case when state = 'delivered' then state else :state end, attempts = attempts + 1,
                            last_answer = :answer,
                            delivered_at = case when :state = 'delivered' then coalesce(delivered_at, :now) else delivered_at end
                        where id = :id
                        """)
                .param("state", state)
                .param("answer", answer)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        if (rows != 1) {
            throw new NotFound("page");
        }
    }
}
