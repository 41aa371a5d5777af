package io.marquee.pricing;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of taxes, fees and group discounts. */
@Repository
class RuleRows {
    private final JdbcClient jdbc;

    RuleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PriceRule> ofEvent(EventId event) {
        return jdbc.sql("select * from pricing.rules where event_id = ? order by from_quantity, id")
                .param(event.value())
                .query(RuleRows::rule)
                .list();
    }

    @Nullable
    PriceRule byId(UUID id) {
        return jdbc.sql("select * from pricing.rules where id = ?")
                .param(id)
                .query(RuleRows::rule)
                .optional()
                .orElse(null);
    }

    void insert(PriceRule rule, Instant at) {
        RuleDetails d = rule.details();
        jdbc.sql("""
                        insert into pricing.rules
                          (id, event_id, organization_id, kind, name, rate, amount, currency, on_top, on_fees, from_quantity,
                           ticket_types, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(rule.id(), rule.event().value(), rule.organization().value(), Wire.name(d.kind()), d.name())
                .param(rate(d.rate()))
                .param(amount(d.amount()))
                .param(currency(d.amount()))
                .param(d.onTop())
                .param(d.onFees())
                .param(d.from())
                .param(types(d.scope()))
                .param(Timestamp.from(at))
                .update();
    }

    /** The kind stays. @return false when it is gone */
    boolean update(UUID id, RuleDetails d) {
        return jdbc.sql("""
                        update pricing.rules
                           set name = ?, rate = ?, amount = ?, currency = ?, on_top = ?, on_fees = ?, from_quantity = ?,
                               ticket_types = ?
                         where id = ?
                        """)
                        .param(d.name())
                        .param(rate(d.rate()))
                        .param(amount(d.amount()))
                        .param(currency(d.amount()))
                        .param(d.onTop())
                        .param(d.onFees())
                        .param(d.from())
                        .param(types(d.scope()))
                        .param(id)
                        .update()
                == 1;
    }

    boolean delete(UUID id) {
        return jdbc.sql("delete from pricing.rules where id = ?").param(id).update() == 1;
    }

    private static PriceRule rule(ResultSet row, int n) throws SQLException {
        return new PriceRule(
                row.getObject("id", UUID.class),
                new EventId(row.getObject("event_id", UUID.class)),
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                new RuleDetails(
                        Wire.parse(RuleDetails.Kind.class, row.getString("kind")),
                        row.getString("name"),
                        rate(row),
                        money(row),
                        row.getBoolean("on_top"),
                        row.getBoolean("on_fees"),
                        row.getObject("from_quantity", Integer.class),
                        scope(row)));
    }

    // both tables keep rates, amounts and scopes alike

    static @Nullable Integer rate(@Nullable Percentage rate) {
        return rate == null ? null : rate.thousandths();
    }

    static @Nullable Long amount(@Nullable Money amount) {
        return amount == null ? null : amount.amount();
    }

    static @Nullable String currency(@Nullable Money amount) {
        return amount == null ? null : amount.currency().getCurrencyCode();
    }

    static UUID[] types(Scope scope) {
        return scope.types().toArray(UUID[]::new);
    }

    static @Nullable Percentage rate(ResultSet row) throws SQLException {
        Integer thousandths = row.getObject("rate", Integer.class);
        return thousandths == null ? null : new Percentage(thousandths);
    }

    static @Nullable Money money(ResultSet row) throws SQLException {
        Long amount = row.getObject("amount", Long.class);
        return amount == null ? null : Money.of(amount, row.getString("currency"));
    }

    static Scope scope(ResultSet row) throws SQLException {
        Array types = row.getArray("ticket_types");
        return new Scope(new HashSet<>(Arrays.asList((UUID[]) types.getArray())));
    }
}
