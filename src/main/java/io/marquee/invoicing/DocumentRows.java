package io.marquee.invoicing;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Ids;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import io.marquee.ordering.OrderId;
import io.marquee.ordering.OrderView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Documents in the database: written once, with the next number of their kind and year, and never changed. */
@Repository
class DocumentRows {
    private static final int MOST_TOGETHER = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    DocumentRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One to seal. @param cause there is one document for each, however often it is asked for */
    record Draft(
            DocumentKind kind,
            OrderView order,
            String cause,
            @Nullable UUID refersTo,
            String prefix,
            Sheet sheet) {}

    /** @return null when its cause has a document already: then no number is taken */
    @Nullable
    DocumentView seal(Draft draft) {
        int year = draft.sheet().issuedOn().getYear();
        takeTurn(draft, year);
        if (byCause(draft.cause()) != null) return null;
        int number = next(draft, year);
        Instant now = clock.instant();
        DocumentView sealed = new DocumentView(
                Ids.next(),
                draft.kind(),
                draft.kind().label(draft.prefix(), year, number),
                draft.order().id(),
                draft.order().event(),
                draft.order().organization(),
                now,
                draft.sheet());
        insert(draft, sealed, year, number);
        return sealed;
    }

    /** Those who number the same kind and year wait for one another, until their transactions end. */
    private void takeTurn(Draft draft, int year) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))::text")
                .param("invoicing " + draft.order().organization() + Wire.name(draft.kind()) + year)
                .query(String.class)
                .list();
    }

    private int next(Draft draft, int year) {
        return jdbc.sql("""
                        select coalesce(max(number), 0) + 1 from invoicing.documents
                        where organization_id = ? and kind = ? and year = ?
                        """)
                .params(draft.order().organization().value(), Wire.name(draft.kind()), year)
                .query(Integer.class)
                .single();
    }

    private void insert(Draft draft, DocumentView sealed, int year, int number) {
        jdbc.sql("""
                        insert into invoicing.documents
                          (id, kind, year, number, before, label, cause, refers_to, order_id, hold_id, event_id, organization_id, currency,
                           total_amount, tax_amount, issued_at, sheet)
                        values (?, ?, ?, ?, nullif(? - 1, 0), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                        """)
                .params(sealed.id(), Wire.name(sealed.kind()), year, number, number, sealed.label(), draft.cause())
                .param(draft.refersTo())
                .params(
                        sealed.order().value(),
                        draft.order().hold().value(),
                        sealed.event().value(),
                        sealed.organization().value(),
                        sealed.sheet().currency(),
                        sealed.sheet().total(),
                        sealed.sheet().tax(),
                        Timestamp.from(sealed.issuedAt()),
                        sealed.sheet().json())
                .update();
    }

    /** In the order in which they were sealed. */
    List<DocumentView> ofOrder(OrderId order) {
        return jdbc.sql("select * from invoicing.documents where order_id = ? order by id")
                .param(order.value())
                .query(DocumentRows::read)
                .list();
    }

    @Nullable
    DocumentView byCause(String cause) {
        return jdbc.sql("select * from invoicing.documents where cause = ?")
                .param(cause)
                .query(DocumentRows::read)
                .optional()
                .orElse(null);
    }

    @Nullable
    DocumentView byId(UUID id) {
        return jdbc.sql("select * from invoicing.documents where id = ?")
                .param(id)
                .query(DocumentRows::read)
                .optional()
                .orElse(null);
    }

    /** Newest first. @param kind null for all @param before null for the first ones */
    List<DocumentView> ofOrganization(
            OrganizationId organization, @Nullable DocumentKind kind, @Nullable UUID before, int most) {
        return jdbc.sql("""
                        select * from invoicing.documents
                        where organization_id = :organization and (:kind::text is null or kind = :kind)
                          and (:before::uuid is null or id < :before)
                        order by id desc limit :most
                        """)
                .param("organization", organization.value())
                .param("kind", kind == null ? null : Wire.name(kind))
                .param("before", before)
                .param("most", Math.min(most, MOST_TOGETHER))
                .query(DocumentRows::read)
                .list();
    }

    private static DocumentView read(ResultSet row, int number) throws SQLException {
        return new DocumentView(
                row.getObject("id", UUID.class),
                Wire.parse(DocumentKind.class, row.getString("kind")),
                row.getString("label"),
                new OrderId(row.getObject("order_id", UUID.class)),
                new EventId(row.getObject("event_id", UUID.class)),
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                row.getTimestamp("issued_at").toInstant(),
                Sheet.read(row.getString("sheet")));
    }
}
