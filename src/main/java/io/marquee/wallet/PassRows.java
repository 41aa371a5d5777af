package io.marquee.wallet;

import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.ticketing.TicketId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of passes, of phones that keep them, and of events that are looked at for them. */
@Repository
class PassRows {
    private static final Duration LOOKED_AT_AFTER_THE_END = Duration.ofDays(2);

    private final JdbcClient jdbc;

    PassRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A pass that somebody took. */
    record Pass(
            PassSerial serial,
            EventId event,
            OrganizationId organization,
            Locale locale,
            boolean apple,
            boolean google,
            Instant changedAt) {}

    /** An event with passes. @param cursor of its tickets' changes */
    record Watched(EventId event, OrganizationId organization, String fingerprint, long cursor) {}

    void keep(PassSerial serial, EventView event, Locale locale, boolean apple, Instant now, long cursor) {
        expectOne(jdbc.sql("""
                        insert into wallet.passes
                          (ticket_id, serial, event_id, organization_id, locale, apple, google, changed_at, told)
                        values (:ticket, :serial, :event, :organization, :locale, :apple, not :apple, :now, true)
                        on conflict (ticket_id, serial) do update
                           set apple = passes.apple or excluded.apple, google = passes.google or excluded.google
                        """)
                .param("ticket", serial.ticket().value())
                .param("serial", serial.serial())
                .param("event", event.id().value())
                .param("organization", event.organization().value())
                .param("locale", locale.toLanguageTag())
                .param("apple", apple)
                .param("now", Timestamp.from(now))
                .update());
        jdbc.sql("""
                        insert into wallet.watched (event_id, organization_id, fingerprint, cursor, until)
                        values (?, ?, ?, ?, ?) on conflict (event_id) do nothing
                        """)
                .params(event.id().value(), event.organization().value(), PassFacts.fingerprint(event), cursor)
                .param(Timestamp.from(event.endsAt().plus(LOOKED_AT_AFTER_THE_END)))
                .update();
    }

    @Nullable
    Pass find(PassSerial serial) {
        return jdbc.sql("select * from wallet.passes where ticket_id = ? and serial = ?")
                .params(serial.ticket().value(), serial.serial())
                .query(PassRows::pass)
                .optional()
                .orElse(null);
    }

    /** @return whether the phone did not keep it before */
    int phones(PassSerial serial) {
        return jdbc.sql("select count(*) from wallet.registrations where ticket_id = ? and serial = ?")
                .params(serial.ticket().value(), serial.serial())
                .query(Integer.class)
                .single();
    }

    boolean register(String device, Pass pass, String pushToken) {
        return jdbc.sql("""
                        insert into wallet.registrations (device, ticket_id, serial, event_id, organization_id, push_token)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (device, ticket_id, serial) do update set push_token = excluded.push_token
                        returning old.device is null
                        """)
                .params(device, pass.serial().ticket().value(), pass.serial().serial())
                .params(pass.event().value(), pass.organization().value(), pushToken)
                .query(Boolean.class)
                .single();
    }

    void unregister(String device, PassSerial serial) {
        jdbc.sql("delete from wallet.registrations where device = ? and ticket_id = ? and serial = ?")
                .params(device, serial.ticket().value(), serial.serial())
                .update();
    }

    /** Those that a phone keeps and that changed after a time. */
    List<Pass> changed(String device, Instant since) {
        return jdbc.sql("""
                        select p.* from wallet.passes p join wallet.registrations r using (ticket_id, serial)
                        where r.device = ? and p.changed_at > ? order by p.changed_at
                        """)
                .params(device, Timestamp.from(since))
                .query(PassRows::pass)
                .list();
    }

    List<Watched> watched() {
        return jdbc.sql("select event_id, organization_id, fingerprint, cursor from wallet.watched order by event_id")
                .query((row, n) -> new Watched(
                        new EventId(row.getObject(1, UUID.class)),
                        new OrganizationId(row.getObject(2, UUID.class)),
                        row.getString(3),
                        row.getLong(4)))
                .list();
    }

    void looked(EventView event, long cursor, Instant now) {
        Instant until = event.endsAt().plus(LOOKED_AT_AFTER_THE_END);
        jdbc.sql("update wallet.watched set fingerprint = ?, cursor = ?, until = ? where event_id = ?")
                .params(PassFacts.fingerprint(event), cursor, Timestamp.from(until))
                .param(event.id().value())
                .update();
        jdbc.sql("delete from wallet.watched where event_id = ? and until < ?")
                .params(event.id().value(), Timestamp.from(now))
                .update();
    }

    /** @param tickets null for all of the event */
    void change(EventId event, @Nullable Collection<TicketId> tickets, Instant now) {
        jdbc.sql("""
                        update wallet.passes set changed_at = :now, told = false, tell_at = '-infinity'
                         where event_id = :event and (:all or ticket_id = any (:tickets))
                        """)
                .param("now", Timestamp.from(now))
                .param("event", event.value())
                .param("all", tickets == null)
                .param(
                        "tickets",
                        tickets == null
                                ? new UUID[0]
                                : tickets.stream().map(TicketId::value).toArray(UUID[]::new))
                .update();
    }

    List<Pass> untold(Instant now, int limit) {
        return jdbc.sql(
                        "select * from wallet.passes where not told and tell_at <= ? order by tell_at, changed_at limit ?")
                .params(Timestamp.from(now), limit)
                .query(PassRows::pass)
                .list();
    }

    List<String> pushTokens(PassSerial serial) {
        return jdbc.sql("select distinct push_token from wallet.registrations where ticket_id = ? and serial = ?")
                .params(serial.ticket().value(), serial.serial())
                .query((row, n) -> row.getString(1))
                .list();
    }

    void forgetAll(PassSerial serial) {
        jdbc.sql("delete from wallet.registrations where ticket_id = ? and serial = ?")
                .params(serial.ticket().value(), serial.serial())
                .update();
    }

    void forget(String pushToken) {
        jdbc.sql("delete from wallet.registrations where push_token = ?")
                .param(pushToken)
                .update();
    }

    void tellAt(Pass pass, Instant at) {
        jdbc.sql("update wallet.passes set tell_at = ? where ticket_id = ? and serial = ?")
                .params(
                        Timestamp.from(at),
                        pass.serial().ticket().value(),
                        pass.serial().serial())
                .update();
    }

    /** Unless it changed once more meanwhile. */
    void told(Pass pass) {
        jdbc.sql("update wallet.passes set told = true where ticket_id = ? and serial = ? and changed_at = ?")
                .params(pass.serial().ticket().value(), pass.serial().serial(), Timestamp.from(pass.changedAt()))
                .update();
    }

    private static Pass pass(ResultSet row, int n) throws SQLException {
        return new Pass(
                new PassSerial(new TicketId(row.getObject("ticket_id", UUID.class)), row.getInt("serial")),
                new EventId(row.getObject("event_id", UUID.class)),
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                Locale.forLanguageTag(row.getString("locale")),
                row.getBoolean("apple"),
                row.getBoolean("google"),
                row.getTimestamp("changed_at").toInstant());
    }

    private static void expectOne(int rows) {
        if (rows != 1) throw new IllegalStateException("expected one row, found " + rows);
    }
}
