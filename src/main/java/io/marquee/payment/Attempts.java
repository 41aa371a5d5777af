package io.marquee.payment;

import io.marquee.audit.History;
import io.marquee.kernel.Ids;
import io.marquee.kernel.IllegalMove;
import io.marquee.kernel.Money;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Wire;
import io.marquee.payment.provider.ChargeFact;
import io.marquee.payment.provider.ChargeRequest.Capture;
import io.marquee.payment.provider.ChargeRequest.Presentation;
import io.marquee.payment.provider.NextAction;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The attempts to pay, and the moves that they make. */
@Component
class Attempts {
    /** Past it the provider takes no money for an attempt that the buyer left lying. */
    static final Duration LIFETIME = Duration.ofMinutes(30);

    /** How long a buyer who is just paying may go on after their order's time was up. */
    private static final Duration GRACE = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final History history;
    private final PaymentAgenda agenda;
    private final Terms terms;
    private final Clock clock;

    Attempts(JdbcClient jdbc, History history, PaymentAgenda agenda, Terms terms, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.agenda = agenda;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * Stores a new attempt with its key and its first poll, or answers the one that stands in its way: undecided, or
     * succeeded.
     *
     * @throws PaymentRefused.NoAccount
     */
    @Transactional
    public Attempt open(Payments.Due due, Payments.Way way, Capture capture, @Nullable String customer) {
        UUID id = Ids.next();
        boolean inTheWay = insert(id, due, way, capture, customer) == 0;
        Optional<Attempt> standing = inTheWay ? standing(due.order()) : Optional.empty();
        if (standing.isPresent()) {
            return standing.get();
        } else if (inTheWay && insert(id, due, way, capture, customer) == 0) {
            // the one in the way had failed just now, and another took its place
            return standing(due.order()).orElseThrow();
        }
        Attempt opened = byId(PaymentId.of(id));
        history.record(opened.subject(), null, PaymentState.CREATED, null);
        agenda.poll(opened);
        return opened;
    }

    private int insert(UUID id, Payments.Due due, Payments.Way way, Capture capture, @Nullable String customer) {
        Instant now = clock.instant();
        Terms.Agreed agreed = terms.agreed(due.organization(), way.provider(), due.amount());
        return jdbc.sql("""
                        insert into payment.payments
                          (id, order_id, hold_id, event_id, organization_id, buyer_email, provider, provider_account,
                           provider_destination, application_fee, state, amount, currency, idempotency_key, description, return_url,
                           method, customer, presentation, capture, keep_method, buyer_absent, expires_at, created_at,
                           updated_at)
                        values (:id, :order, :hold, :event, :organization, :email, :provider, :account, :destination, :fee,
                                'created', :amount, :currency,
                                :key, :description, :returnUrl, :method, :customer, :presentation, :capture, :keep, :absent,
                                :expires, :now, :now)
                        on conflict (order_id)
                          where state in ('created', 'requires_action', 'processing', 'authorised', 'succeeded')
                          do nothing
                        """)
                .param("id", id)
                .param("order", due.order())
                .param("hold", due.hold().value())
                .param("event", due.event().value())
                .param("organization", due.organization().value())
                .param("email", due.buyerEmail())
                .param("provider", way.provider())
                .param("account", agreed.account())
                .param("destination", agreed.destination())
                .param("fee", agreed.fee().amount())
                .param("amount", due.amount().amount())
                .param("currency", due.amount().currency().getCurrencyCode())
                .param("key", "payment-" + id)
                .param("description", due.description())
                .param("returnUrl", due.returnUrl())
                .param("method", way.method())
                .param("customer", customer)
                .param("presentation", Wire.name(way.embedded() ? Presentation.EMBEDDED : Presentation.REDIRECT))
                .param("capture", Wire.name(capture))
                .param("keep", way.keepMethod())
                .param("absent", way.buyerAbsent())
                .param("expires", Timestamp.from(now.plus(LIFETIME)))
                .param("now", Timestamp.from(now))
                .update();
    }

    private Optional<Attempt> standing(UUID order) {
        return jdbc.sql("""
                        select * from payment.payments
                        where order_id = ?
                          and state in ('created', 'requires_action', 'processing', 'authorised', 'succeeded')
                        """).param(order).query(Attempt::read).optional();
    }

    /** @throws NotFound */
    @Transactional(readOnly = true)
    public Attempt byId(PaymentId id) {
        return jdbc.sql("select * from payment.payments where id = ?")
                .param(id.value())
                .query(Attempt::read)
                .optional()
                .orElseThrow(() -> new NotFound("payment"));
    }

    @Transactional(readOnly = true)
    public List<Attempt> ofOrder(UUID order) {
        return jdbc.sql("select * from payment.payments where order_id = ? order by created_at desc, id desc")
                .param(order)
                .query(Attempt::read)
                .list();
    }

    /** Nobody else moves it until this transaction ends; rows that refer to it can still be written. */
    Attempt locked(PaymentId id) {
        return jdbc.sql("select * from payment.payments where id = ? for no key update")
                .param(id.value())
                .query(Attempt::read)
                .single();
    }

    void hold(PaymentId id) {
        jdbc.sql("select 1 from payment.payments where id = ? for no key update")
                .param(id.value())
                .query(Integer.class)
                .optional();
    }

    /** What the provider calls it, and where the buyer goes on, while the state stays. */
    void note(Attempt attempt, ChargeFact fact) {
        int rows = jdbc.sql("""
                        update payment.payments set provider_ref = coalesce(cast(:ref as text), provider_ref), next_action_url = :url, client_secret = :secret,
                          provider_fee = coalesce(:fee, provider_fee), updated_at = :now
                        where id = :id and (provider_ref is null or provider_ref = coalesce(cast(:ref as text), provider_ref))
                        """)
                .param("ref", fact.ref())
                .param("url", fact.action() instanceof NextAction.Redirect redirect ? redirect.url() : null)
                .param("secret", fact.action() instanceof NextAction.Embedded embedded ? embedded.clientSecret() : null)
                .param("fee", fact.fee() == null ? null : fact.fee().amount())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", attempt.id().value())
                .update();
        if (rows != 1) {
            throw new IllegalStateException("payment " + attempt.id() + " is another charge than " + fact.ref());
        }
    }

    /** Some providers say it later than that the money came. @return whether it was not known before */
    boolean noteFee(Attempt attempt, Money fee) {
        return jdbc.sql("update payment.payments set provider_fee = ? where id = ? and provider_fee is null")
                        .params(fee.amount(), attempt.id().value())
                        .update()
                == 1;
    }

    /**
     * Whoever reserves money in the grace after their order's end has paid in time: it is not given up.
     *
     * @throws IllegalMove when the table has no such move, or somebody was quicker
     */
    void move(Attempt attempt, PaymentState to, @Nullable String failureCode) {
        PaymentState.MOVES.require(attempt.state(), to);
        int rows = jdbc.sql("""
                        update payment.payments set state = :to, failure_code = :failure, updated_at = :now,
                            give_up_at = case when :to = 'authorised' then null else give_up_at end
                        where id = :id and state = :from
                        """)
                .param("to", Wire.name(to))
                .param("failure", failureCode)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", attempt.id().value())
                .param("from", Wire.name(attempt.state()))
                .update();
        if (rows != 1) {
            throw new IllegalMove(attempt.state(), to);
        }
        history.record(attempt.subject(), attempt.state(), to, failureCode);
    }

    /**
     * What is to be taken of money that was reserved, before the provider is asked for it. The operator keeps of a part of it
     * the same part of its fee.
     *
     * @throws PaymentRefused.NotReserved when there is no such money, or something else was decided
     */
    @Transactional
    public Attempt toCapture(PaymentId id, Money amount) {
        int rows = jdbc.sql("""
                        update payment.payments
                        set to_capture = :amount, updated_at = :now,
                            application_fee = case when to_capture is null then application_fee * :amount / amount
                                                   else application_fee end
                        where id = :id and state = 'authorised' and currency = :currency and amount >= :amount
                          and coalesce(to_capture, :amount) = :amount and give_up_at is null
                        """)
                .param("amount", amount.amount())
                .param("currency", amount.currency().getCurrencyCode())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id.value())
                .update();
        if (rows != 1) throw new PaymentRefused.NotReserved();
        return byId(id);
    }

    /**
     * What was reserved is let go by a job.
     *
     * @throws PaymentRefused.NotReserved when there is no such money, or it was decided to take it
     */
    @Transactional
    public void letGo(PaymentId id) {
        Instant now = clock.instant();
        int rows = jdbc.sql("""
                        update payment.payments set give_up_at = coalesce(give_up_at, :now), updated_at = :now
                        where id = :id and state = 'authorised' and to_capture is null
                        """)
                .param("now", Timestamp.from(now))
                .param("id", id.value())
                .update();
        if (rows != 1) throw new PaymentRefused.NotReserved();
        agenda.carryOut(id.value());
    }

    /** As {@link #toCapture}; a job has it taken. */
    @Transactional
    public void take(PaymentId id, Money amount) {
        toCapture(id, amount);
        agenda.carryOut(id.value());
    }

    /** Given up a little later where it waits for the buyer: nobody is cut off while their bank asks them. */
    @Transactional
    public void end(PaymentId id) {
        jdbc.sql("""
                        update payment.payments set give_up_at = :at
                        where id = :id and state in ('created', 'requires_action') and give_up_at is null
                        """)
                .param("at", Timestamp.from(clock.instant().plus(GRACE)))
                .param("id", id.value())
                .update();
    }

    /**
     * Ends what waits for the buyer of an order, by a job: the caller holds the order, and money moves an attempt
     * before its order.
     */
    void endWith(UUID order) {
        ofOrder(order).stream().filter(Attempt::waitsForBuyer).forEach(agenda::end);
    }
}
