package io.marquee.guest;

import io.marquee.guest.Comparison.Side;
import io.marquee.kernel.Wire;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What becomes of the rows of two guests who are one. Both are locked. */
@Repository
class MergedRows {
    private final JdbcClient jdbc;
    private final GuestCounts counts;
    private final Clock clock;

    MergedRows(JdbcClient jdbc, GuestCounts counts, Clock clock) {
        this.jdbc = jdbc;
        this.counts = counts;
        this.clock = clock;
    }

    /** What happened to them, and their tickets. */
    void carry(GuestView gone, GuestView kept) {
        jdbc.sql("update guest.moments set guest_id = ? where guest_id = ?")
                .params(kept.id().value(), gone.id().value())
                .update();
        jdbc.sql("update guest.tickets set guest_id = ? where guest_id = ?")
                .params(kept.id().value(), gone.id().value())
                .update();
    }

    /** Before the one that is kept gets their account, of which an event knows one. */
    void delete(GuestView gone) {
        int deleted = jdbc.sql("delete from guest.guests where id = ?")
                .param(gone.id().value())
                .update();
        if (deleted != 1) throw new GuestRefused.Moved();
        counts.changed(gone.event());
    }

    /** @return the state that they have then */
    GuestState complete(GuestView kept, GuestView gone, Side name, Side reply) {
        GuestView named = name == Side.OTHER || kept.name().isEmpty() ? gone : kept;
        GuestView said = reply == Side.OTHER ? gone : kept;
        GuestView invited = kept.invitedAt() == null ? gone : kept;
        int tickets = kept.tickets() + gone.tickets();
        GuestState to = tickets > 0 ? GuestState.GOING : said.state();
        GuestState before = kept.tickets() > 0 ? kept.beforeTicket() : tickets > 0 ? kept.state() : null;
        int completed = jdbc.sql("""
                        update guest.guests
                           set name = :name, sort = :sort, state = :state, since = :since, offer_until = :until,
                               plus_ones = :plusOnes, allowance = greatest(allowance, :allowance::int), companions = :companions, tickets = :tickets, before_ticket = :before,
                               tags = array(select distinct unnest(tags || :tags::text[]) order by 1),
                               person_id = coalesce(person_id, :person), invited_by = :invitedBy, invited_at = :invitedAt,
                               mail = case when :mailed then :mail else mail end,
                               reminded_at = greatest(reminded_at, :reminded), answered_at = greatest(answered_at, :answered),
                               muted_at = coalesce(muted_at, :muted),
                               created_at = least(created_at, :created)
                         where id = :id and state = :seen and tickets = :had
                        """)
                .param("name", named.name())
                .param("sort", Terms.sort(named.name(), kept.email()))
                .param("state", Wire.name(to))
                .param("since", GuestRows.timestamp(said.since()))
                .param("until", to == GuestState.OFFERED ? GuestRows.timestamp(said.offerUntil()) : null)
                .param("plusOnes", tickets > 0 ? Math.max(kept.plusOnes(), gone.plusOnes()) : said.plusOnes())
                .param("allowance", gone.allowance())
                .param(
                        "companions",
                        (said.companions().isEmpty() ? gone : said).companions().toArray(String[]::new))
                .param("tickets", tickets)
                .param("before", before == null ? null : Wire.name(before))
                .param("tags", gone.tags().toArray(String[]::new))
                .param("person", GuestRows.value(gone.person()))
                .param("invitedBy", GuestRows.value(invited.invitedBy()))
                .param("invitedAt", GuestRows.timestamp(invited.invitedAt()))
                .param("mailed", kept.mail() == GuestView.MailState.NONE)
                .param("mail", Wire.name(gone.mail()))
                .param("reminded", GuestRows.timestamp(gone.remindedAt()))
                .param("answered", GuestRows.timestamp(gone.answeredAt()))
                .param("muted", gone.muted() ? Timestamp.from(clock.instant()) : null)
                .param("created", GuestRows.timestamp(gone.createdAt()))
                .param("id", kept.id().value())
                .param("seen", Wire.name(kept.state()))
                .param("had", kept.tickets())
                .update();
        if (completed != 1) throw new GuestRefused.Moved();
        return to;
    }
}
