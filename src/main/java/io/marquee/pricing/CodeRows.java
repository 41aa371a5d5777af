package io.marquee.pricing;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of promo codes. */
@Repository
class CodeRows {
    private final JdbcClient jdbc;

    CodeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    List<PromoCode> ofEvent(EventId event, @Nullable UUID before, int limit) {
        return jdbc.sql("""
                        select * from pricing.promo_codes
                         where event_id = ? and (?::uuid is null or id < ?::uuid)
                         order by id desc limit ?
                        """)
                .param(event.value())
                .param(before)
                .param(before)
                .param(limit)
                .query(CodeRows::code)
                .list();
    }

    @Nullable
    PromoCode byId(UUID id) {
        return jdbc.sql("select * from pricing.promo_codes where id = ?")
                .param(id)
                .query(CodeRows::code)
                .optional()
                .orElse(null);
    }

    @Nullable
    PromoCode find(EventId event, String code) {
        return jdbc.sql("select * from pricing.promo_codes where event_id = ? and code = ?")
                .params(event.value(), code)
                .query(CodeRows::code)
                .optional()
                .orElse(null);
    }

    boolean anyActive(EventId event) {
        return jdbc.sql("select exists (select from pricing.promo_codes where event_id = ? and deactivated_at is null)")
                .param(event.value())
                .query(Boolean.class)
                .single();
    }

    /** @return false when the event has such a code */
    boolean insert(PromoCode code, Instant at) {
        CodeDetails d = code.details();
        return jdbc.sql("""
                        insert into pricing.promo_codes
                          (id, event_id, organization_id, code, rate, amount, currency, whole_cart, unlocks, ticket_types,
                           starts_at, ends_at, max_uses, max_per_person, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (event_id, code) do nothing
                        """)
                        .params(
                                code.id(),
                                code.event().value(),
                                code.organization().value(),
                                d.code())
                        .param(RuleRows.rate(d.rate()))
                        .param(RuleRows.amount(d.amount()))
                        .param(RuleRows.currency(d.amount()))
                        .params(d.wholeCart(), d.unlocks(), RuleRows.types(d.scope()))
                        .param(timestamp(d.startsAt()))
                        .param(timestamp(d.endsAt()))
                        .param(d.limit())
                        .param(d.perPerson())
                        .param(Timestamp.from(at))
                        .update()
                == 1;
    }

    /** The code itself stays: it is out in the world. */
    boolean update(UUID id, CodeDetails d) {
        return jdbc.sql("""
                        update pricing.promo_codes
                           set rate = ?, amount = ?, currency = ?, whole_cart = ?, unlocks = ?, ticket_types = ?,
                               starts_at = ?, ends_at = ?, max_uses = ?, max_per_person = ?
                         where id = ?
                        """)
                        .param(RuleRows.rate(d.rate()))
                        .param(RuleRows.amount(d.amount()))
                        .param(RuleRows.currency(d.amount()))
                        .params(d.wholeCart(), d.unlocks(), RuleRows.types(d.scope()))
                        .param(timestamp(d.startsAt()))
                        .param(timestamp(d.endsAt()))
                        .param(d.limit())
                        .param(d.perPerson())
                        .param(id)
                        .update()
                == 1;
    }

    boolean deactivate(UUID id, @Nullable Instant at) {
        return jdbc.sql("update pricing.promo_codes set deactivated_at = ? where id = ?")
                        .param(timestamp(at))
                        .param(id)
                        .update()
                == 1;
    }

    private static PromoCode code(ResultSet row, int n) throws SQLException {
        return new PromoCode(
                row.getObject("id", UUID.class),
                new EventId(row.getObject("event_id", UUID.class)),
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                row.getTimestamp("deactivated_at") == null,
                new CodeDetails(
                        row.getString("code"),
                        RuleRows.rate(row),
                        RuleRows.money(row),
                        row.getBoolean("whole_cart"),
                        row.getBoolean("unlocks"),
                        RuleRows.scope(row),
                        instant(row.getTimestamp("starts_at")),
                        instant(row.getTimestamp("ends_at")),
                        row.getObject("max_uses", Integer.class),
                        row.getObject("max_per_person", Integer.class)));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
