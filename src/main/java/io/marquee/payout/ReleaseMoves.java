package io.marquee.payout;

import io.marquee.audit.History;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import io.marquee.payout.PayoutEvent.ReleaseRefused;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves of payout.releases. Each compares the state with what was read: where somebody was quicker, nothing moves. */
@Component
class ReleaseMoves {
    private static final Duration UNTIL_THE_NEXT_LOOK = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final History history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReleaseMoves(JdbcClient jdbc, History history, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    /** The plan has ended: what was not decided stays in the account. */
    @Transactional
    public void end(OrganizationId organization, String provider) {
        jdbc.sql("""
                        select * from payout.releases
                        where organization_id = ? and provider = ? and state in ('due', 'waiting') for update
                        """)
                .params(organization.value(), provider)
                .query(ReleaseRows::read)
                .list()
                .forEach(open -> move(open, ReleaseState.NOTHING, ReleaseReason.PLAN_ENDED, null));
    }

    /** Until the next day. */
    @Transactional
    public void await(ReleaseView release, ReleaseReason reason) {
        jdbc.sql("""
                        update payout.releases
                        set due_at = :next, waited = case when reason = :reason then waited + 1 else 1 end, reason = :reason
                        where id = :id and state = :from
                        """)
                .param("next", Timestamp.from(clock.instant().plus(UNTIL_THE_NEXT_LOOK)))
                .param("reason", Wire.name(reason))
                .param("id", release.id())
                .param("from", Wire.name(release.state()))
                .update();
        if (release.state() == ReleaseState.DUE) move(release, ReleaseState.WAITING, reason, null);
    }

    /** Stored before the provider is asked. @return false where somebody was quicker */
    @Transactional
    public boolean decide(ReleaseView release, Money amount, @Nullable ReleaseReason reason) {
        int rows = jdbc.sql("""
                        update payout.releases set amount = ?, idempotency_key = 'release-' || id || '-' || round
                        where id = ? and state = ?
                        """)
                .params(amount.amount(), release.id(), Wire.name(release.state()))
                .update();
        return rows == 1 && move(release, ReleaseState.SENDING, reason, null);
    }

    @Transactional
    public void nothing(ReleaseView release, ReleaseReason reason) {
        move(release, ReleaseState.NOTHING, reason, null);
    }

    @Transactional
    public void sent(ReleaseView release, String payout) {
        int rows = jdbc.sql("update payout.releases set provider_ref = ? where id = ? and state = 'sending'")
                .params(payout, release.id())
                .update();
        if (rows == 1) move(release, ReleaseState.SENT, release.reason(), null);
    }

    @Transactional
    public void failed(ReleaseView release, String words) {
        if (!move(release, ReleaseState.FAILED, ReleaseReason.DENIED, words)) return;
        int round = jdbc.sql("select round from payout.releases where id = ?")
                .param(release.id())
                .query(Integer.class)
                .single();
        events.publishEvent(new ReleaseRefused(
                release.id(),
                round,
                release.event(),
                release.organization(),
                release.provider(),
                Objects.requireNonNull(release.amount(), "what was to be sent is decided"),
                words));
    }

    /**
     * Where the bank sent back a payout that was an event's money, it can be sent again. Whoever writes down that it was sent and whoever
     * hears that it came back both hold the payout's row: the later one sees the other's.
     */
    @Transactional
    public void returned(String provider, String payout) {
        boolean back = jdbc.sql("select state from payout.payouts where provider = ? and provider_ref = ? for update")
                .params(provider, payout)
                .query((row, n) -> List.of("failed", "cancelled").contains(row.getString(1)))
                .optional()
                .orElse(false);
        if (!back) return;
        jdbc.sql("select * from payout.releases where provider = ? and provider_ref = ? and state = 'sent'")
                .params(provider, payout)
                .query(ReleaseRows::read)
                .optional()
                .ifPresent(sent -> move(sent, ReleaseState.FAILED, ReleaseReason.RETURNED, null));
    }

    /** What is left is reckoned anew, and the provider asked under another key: it has answered the former for good. */
    @Transactional
    public void again(ReleaseView failed) {
        if (!move(failed, ReleaseState.DUE, null, null)) return;
        jdbc.sql("""
                        update payout.releases
                        set due_at = ?, amount = null, idempotency_key = null, provider_ref = null, round = round + 1
                        where id = ?
                        """).params(now(), failed.id()).update();
    }

    private boolean move(ReleaseView release, ReleaseState to, @Nullable ReleaseReason reason, @Nullable String words) {
        ReleaseState.MOVES.require(release.state(), to);
        int rows = jdbc.sql("""
                        update payout.releases set state = :to, reason = :reason, words = :words, updated_at = :now
                        where id = :id and state = :from
                        """)
                .param("to", Wire.name(to))
                .param("reason", reason == null ? null : Wire.name(reason))
                .param("words", words)
                .param("now", now())
                .param("id", release.id())
                .param("from", Wire.name(release.state()))
                .update();
        if (rows == 1) {
            String why = words != null || reason == null ? words : Wire.name(reason);
            history.record(
                    ReleaseRows.subject(release.id(), release.organization(), release.event()),
                    release.state(),
                    to,
                    why);
        }
        return rows == 1;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
