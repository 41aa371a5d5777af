package io.marquee.payment;

import io.marquee.kernel.Ids;
import io.marquee.kernel.IllegalMove;
import io.marquee.kernel.Money;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Slice;
import io.marquee.kernel.Wire;
import io.marquee.payment.provider.ChargeFact;
import io.marquee.platform.tenancy.Acting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a provider says and our states cannot follow: another amount than was asked for, or money after the end. It never
 * settles anything in silence; it is kept, logged as an error and shown to the administrator. Money that was taken for what
 * had ended here, or taken twice, goes back by itself: no tickets can come of it.
 */
@Component
class Discrepancies {
    private static final Logger log = LoggerFactory.getLogger(Discrepancies.class);
    private static final Set<String> SENT_BACK = Set.of("ended_before", "second_charge");

    private final JdbcClient jdbc;
    private final PaymentAgenda agenda;
    private final ChargeAccounts accounts;
    private final Clock clock;

    Discrepancies(JdbcClient jdbc, PaymentAgenda agenda, ChargeAccounts accounts, Clock clock) {
        this.jdbc = jdbc;
        this.agenda = agenda;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Kept once, however often it is seen. @return whether it is new */
    boolean found(Attempt attempt, String kind, Object expected, Object found) {
        String charge = attempt.charge() == null ? null : attempt.charge().id();
        return keep(attempt.provider(), attempt.request().account(), charge, attempt, kind, expected, found, null);
    }

    /** One about money that the provider has and that would go back. @param attempt null where none is known */
    boolean found(
            String provider,
            @Nullable String account,
            ChargeFact fact,
            @Nullable Attempt attempt,
            String kind,
            Object expected) {
        Money back = fact.amount().minus(Comparison.sentBack(fact));
        return keep(
                provider,
                account,
                fact.ref(),
                attempt,
                kind,
                expected,
                fact.standing(),
                back.isPositive() ? back : null);
    }

    @Transactional
    public boolean keptUnknown(String provider, @Nullable String account, ChargeFact fact) {
        return found(provider, account, fact, null, "unknown_charge", "none");
    }

    @Transactional
    public boolean keptMissing(Attempt attempt) {
        return found(attempt, "missing_there", attempt.state(), "none");
    }

    /** The provider does not say how it stands, or does not do what was decided: for good, or until somebody sees to it. */
    @Transactional
    public void keptDenied(Attempt attempt, String code) {
        found(attempt, "denied", attempt.state(), code);
    }

    /** Money that a refund should have sent back. */
    void keptSurplus(Attempt attempt, Refund failed) {
        String charge = attempt.charge() == null ? null : attempt.charge().id();
        String account = attempt.request().account();
        String found = failed.key() + " " + RefundState.FAILED;
        String expected = RefundState.SUCCEEDED.toString();
        keep(attempt.provider(), account, charge, attempt, KeptSurplus.KIND, expected, found, failed.amount());
    }

    /** What is left of a comparison after all that could be repaired was. */
    @Transactional
    public boolean kept(Comparison pair, Comparison.Finding finding) {
        Attempt attempt = pair.attempt();
        boolean money = SENT_BACK.contains(finding.kind());
        return money
                ? found(
                        attempt.provider(),
                        attempt.request().account(),
                        pair.fact(),
                        attempt,
                        finding.kind(),
                        finding.expected())
                : found(attempt, finding.kind(), finding.expected(), finding.found());
    }

    /** Nothing in these books is shown to us any more. */
    @Transactional
    public boolean keptClosed(ReconciliationView run, String code) {
        String account = run.account();
        OrganizationId owner =
                account == null ? null : accounts.owner(run.provider(), account).orElse(null);
        return keep(run.provider(), account, account, null, owner, "books_closed", "open", code, null);
    }

    /** What moves in an account beside its payments. @param ref the provider's id of it */
    @Transactional
    public boolean keptAbout(
            String provider,
            @Nullable String account,
            @Nullable OrganizationId organization,
            String kind,
            String ref,
            Object expected,
            Object found) {
        return keep(provider, account, ref, null, organization, kind, expected, found, null);
    }

    private boolean keep(
            String provider,
            @Nullable String account,
            @Nullable String charge,
            @Nullable Attempt attempt,
            String kind,
            Object expected,
            Object found,
            @Nullable Money back) {
        OrganizationId organization = attempt == null ? null : attempt.organization();
        return keep(provider, account, charge, attempt, organization, kind, expected, found, back);
    }

    private boolean keep(
            String provider,
            @Nullable String account,
            @Nullable String charge,
            @Nullable Attempt attempt,
            @Nullable OrganizationId organization,
            String kind,
            Object expected,
            Object found,
            @Nullable Money back) {
        UUID id = Ids.next();
        int rows = jdbc.sql("""
                        insert into payment.discrepancies
                          (id, payment_id, kind, organization_id, event_id, provider, account, charge, expected, found, amount,
                           currency, once, seen_at)
                        values (:id, :payment, :kind, :organization, :event, :provider, :account, :charge, :expected, :found,
                                :amount, :currency, :once, :now)
                        on conflict (once) do nothing
                        """)
                .param("id", id)
                .param("payment", attempt == null ? null : attempt.id().value())
                .param("kind", kind)
                .param("organization", organization == null ? null : organization.value())
                .param("event", attempt == null ? null : attempt.event().value())
                .param("provider", provider)
                .param("account", account)
                .param("charge", charge)
                .param("expected", expected.toString())
                .param("found", found.toString())
                .param("amount", back == null ? null : back.amount())
                .param("currency", back == null ? null : back.currency().getCurrencyCode())
                .param("once", kind + "/" + (attempt == null ? charge : attempt.id() + "/" + charge) + "/" + found)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (rows == 0) return false;
        log.error(
                "{} {}: {} expected {}, found {}",
                provider,
                attempt == null ? charge : attempt.id(),
                kind,
                expected,
                found);
        if (SENT_BACK.contains(kind) && back != null && charge != null) refund(byId(id), "no tickets can come of it");
        return true;
    }

    /** In the transaction that decides it; a job carries it out. */
    void refund(DiscrepancyView discrepancy, String note) {
        move(discrepancy, DiscrepancyState.REFUNDING, note);
        agenda.sendBack(discrepancy.id());
    }

    /** A person's or the system's decision, with what it causes. @return how it stands afterwards */
    @Transactional
    public DiscrepancyView decide(UUID id, Consumer<DiscrepancyView> decision) {
        decision.accept(byId(id));
        return byId(id);
    }

    /** @throws IllegalMove when somebody was quicker */
    void move(DiscrepancyView discrepancy, DiscrepancyState to, String note) {
        DiscrepancyState.MOVES.require(discrepancy.state(), to);
        int rows = jdbc.sql("update payment.discrepancies set state = ? where id = ? and state = ?")
                .params(Wire.name(to), discrepancy.id(), Wire.name(discrepancy.state()))
                .update();
        if (rows != 1) throw new IllegalMove(discrepancy.state(), to);
        jdbc.sql("""
                        insert into payment.discrepancy_moves
                          (discrepancy_id, organization_id, at, to_state, actor_kind, actor_id, note)
                        select id, organization_id, :now, :to, :kind, cast(:actor as uuid), :note
                        from payment.discrepancies where id = :id
                        """)
                .param("id", discrepancy.id())
                .param("now", Timestamp.from(clock.instant()))
                .param("to", Wire.name(to))
                .param("kind", Acting.current().kind())
                .param("actor", Acting.current().id())
                .param("note", note)
                .update();
    }

    /** @throws NotFound */
    @Transactional(readOnly = true)
    public DiscrepancyView byId(UUID id) {
        return jdbc.sql("select * from payment.discrepancies where id = ?")
                .param(id)
                .query(this::read)
                .optional()
                .orElseThrow(() -> new NotFound("discrepancy"));
    }

    /**
     * Newest first.
     *
     * @param decided those that are, or those that wait for somebody
     * @param after the last of the slice before; null for the first
     */
    @Transactional(readOnly = true)
    public Slice<DiscrepancyView> recent(boolean decided, @Nullable UUID after, int limit) {
        List<DiscrepancyView> some = jdbc.sql("""
                        select d.* from payment.discrepancies d left join payment.discrepancies a on a.id = :after::uuid
                        where (d.state <> 'open') = :decided and (a.id is null or (d.seen_at, d.id) < (a.seen_at, a.id))
                        order by d.seen_at desc, d.id desc limit :limit
                        """)
                .param("after", after)
                .param("decided", decided)
                .param("limit", limit + 1)
                .query(this::read)
                .list();
        return Slice.of(some, limit, last -> last.id().toString());
    }

    @Transactional(readOnly = true)
    public long open() {
        return jdbc.sql("select count(*) from payment.discrepancies where state = 'open'")
                .query(Long.class)
                .single();
    }

    private DiscrepancyView read(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID payment = row.getObject("payment_id", UUID.class);
        String currency = row.getString("currency");
        return new DiscrepancyView(
                id,
                row.getString("kind"),
                payment == null ? null : PaymentId.of(payment),
                row.getString("provider"),
                row.getString("account"),
                row.getString("charge"),
                row.getString("expected"),
                row.getString("found"),
                currency == null ? null : Money.of(row.getLong("amount"), currency),
                Wire.parse(DiscrepancyState.class, row.getString("state")),
                row.getTimestamp("seen_at").toInstant(),
                moves(id));
    }

    private List<DiscrepancyView.Move> moves(UUID id) {
        return jdbc.sql("""
                        select at, to_state, actor_kind, actor_id, note from payment.discrepancy_moves
                        where discrepancy_id = ? order by at
                        """)
                .param(id)
                .query((row, n) -> new DiscrepancyView.Move(
                        row.getTimestamp(1).toInstant(),
                        Wire.parse(DiscrepancyState.class, row.getString(2)),
                        row.getString(3),
                        row.getObject(4, UUID.class),
                        row.getString(5)))
                .list();
    }
}
