package io.marquee.payment;

import io.marquee.audit.History;
import io.marquee.kernel.Ids;
import io.marquee.kernel.IllegalMove;
import io.marquee.kernel.Money;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Wire;
import io.marquee.payment.provider.ChargeFact;
import io.marquee.payment.provider.ChargeRequest;
import io.marquee.payment.provider.ChargeRequest.Capture;
import io.marquee.payment.provider.ChargeRequest.Presentation;
import io.marquee.payment.provider.NextAction;
import io.marquee.ticketing.HoldId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
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

    /** How long asking a provider to give an attempt up can take at most, with all tries and a little more. */
    private static final Duration GIVING_UP = Duration.ofMinutes(1);

    /** How long a charge in the buyer's absence waits for a provider that is away, before it counts as failed. */
    private static final Duration PATIENCE = Duration.ofHours(20);

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
        Terms.Agreed agreed = terms.agreed(due.organization(), way.provider(), due.amount());
        Opening opening = new Opening(Ids.next(), due, way, capture, customer, agreed, LIFETIME);
        boolean inTheWay = insert(opening) == 0;
        Optional<Attempt> standing = inTheWay ? standing(due.order()) : Optional.empty();
        if (standing.isPresent()) {
            return standing.get();
        } else if (inTheWay && insert(opening) == 0) {
            // the one in the way had failed just now, and another took its place
            return standing(due.order()).orElseThrow();
        }
        return opened(opening);
    }

    /**
     * Stores an attempt to charge a method that was set up, with its key; a job asks for it. It goes into the books that the
     * method is kept in, and the operator keeps of a part the same part of its fee.
     *
     * @return null where another attempt of the order stands in its way: the buyer may be just paying
     */
    @Nullable
    Attempt charge(Attempt setUp, Money amount, long step) {
        ChargeRequest before = setUp.request();
        ChargeFact.Kept kept = Objects.requireNonNull(setUp.kept(), "what was set up is kept");
        Payments.Due due = new Payments.Due(
                setUp.order(),
                new HoldId(setUp.hold()),
                setUp.event(),
                setUp.organization(),
                amount,
                before.description(),
                before.buyerEmail(),
                before.returnUrl());
        Money fee = Steps.part(before.applicationFee(), amount, before.amount(), step);
        Opening opening = new Opening(
                Ids.next(),
                due,
                new Payments.Way(setUp.provider(), kept.method(), false, null, false, true),
                Capture.AT_ONCE,
                kept.customer(),
                new Terms.Agreed(before.account(), before.destination(), fee),
                PATIENCE);
        if (insert(opening) == 0) return null;
        agenda.carryOut(opening.id());
        return opened(opening);
    }

    private Attempt opened(Opening opening) {
        Attempt opened = byId(PaymentId.of(opening.id()));
        history.record(opened.subject(), null, PaymentState.CREATED, null);
        agenda.poll(opened);
        return opened;
    }

    private record Opening(
            UUID id,
            Payments.Due due,
            Payments.Way way,
            Capture capture,
            @Nullable String customer,
            Terms.Agreed agreed,
            Duration lifetime) {}

    private int insert(Opening opening) {
        Instant now = clock.instant();
        Payments.Due due = opening.due();
        Payments.Way way = opening.way();
        Terms.Agreed agreed = opening.agreed();
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
                            and (capture <> 'set_up' or to_capture is null)
                          do nothing
                        """)
                .param("id", opening.id())
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
                .param("key", "payment-" + opening.id())
                .param("description", due.description())
                .param("returnUrl", due.returnUrl())
                .param("method", way.method())
                .param("customer", opening.customer())
                .param("presentation", Wire.name(way.embedded() ? Presentation.EMBEDDED : Presentation.REDIRECT))
                .param("capture", Wire.name(opening.capture()))
                .param("keep", way.keepMethod())
                .param("absent", way.buyerAbsent())
                .param("expires", Timestamp.from(now.plus(opening.lifetime())))
                .param("now", Timestamp.from(now))
                .update();
    }

    private Optional<Attempt> standing(UUID order) {
        return jdbc.sql("""
                        select * from payment.payments
                        where order_id = ?
                          and state in ('created', 'requires_action', 'processing', 'authorised', 'succeeded')
                          and (capture <> 'set_up' or to_capture is null)
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
                          provider_fee = coalesce(:fee, provider_fee), updated_at = :now,
                          kept_customer = coalesce(cast(:keptCustomer as text), kept_customer),
                          kept_method = coalesce(cast(:keptMethod as text), kept_method)
                        where id = :id and (provider_ref is null or provider_ref = coalesce(cast(:ref as text), provider_ref))
                        """)
                .param("ref", fact.ref())
                .param("url", fact.action() instanceof NextAction.Redirect redirect ? redirect.url() : null)
                .param("secret", fact.action() instanceof NextAction.Embedded embedded ? embedded.clientSecret() : null)
                .param("fee", fact.fee() == null ? null : fact.fee().amount())
                .param("keptCustomer", fact.kept() == null ? null : fact.kept().customer())
                .param("keptMethod", fact.kept() == null ? null : fact.kept().method())
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
     * the same part of its fee, in whole steps of the provider's.
     *
     * @throws PaymentRefused.NotReserved when there is no such money, or something else was decided
     */
    @Transactional
    public Attempt toCapture(PaymentId id, Money amount, long step) {
        int rows = jdbc.sql("""
                        update payment.payments
                        set to_capture = :amount, updated_at = :now,
                            application_fee = case when to_capture is null
                                                   then application_fee * :amount / amount / :step * :step
                                                   else application_fee end
                        where id = :id and state = 'authorised' and capture <> 'set_up' and currency = :currency and amount >= :amount
                          and coalesce(to_capture, :amount) = :amount and give_up_at is null
                        """)
                .param("amount", amount.amount())
                .param("step", step)
                .param("currency", amount.currency().getCurrencyCode())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id.value())
                .update();
        if (rows != 1) throw new PaymentRefused.NotReserved();
        return byId(id);
    }

    /**
     * It is decided what is to be charged of a method that was set up: from here on other attempts may take it.
     *
     * @throws PaymentRefused.NotReserved when it is not set up, or something else was decided
     */
    void owe(PaymentId id, Money amount) {
        int rows = jdbc.sql("""
                        update payment.payments set to_capture = :amount, updated_at = :now
                        where id = :id and state = 'authorised' and capture = 'set_up' and to_capture is null
                          and currency = :currency and amount >= :amount and give_up_at is null
                        """)
                .param("amount", amount.amount())
                .param("currency", amount.currency().getCurrencyCode())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id.value())
                .update();
        if (rows != 1) throw new PaymentRefused.NotReserved();
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
                        where id = :id and state = 'authorised' and (to_capture is null or capture = 'set_up')
                        """)
                .param("now", Timestamp.from(now))
                .param("id", id.value())
                .update();
        if (rows != 1) throw new PaymentRefused.NotReserved();
        agenda.carryOut(id.value());
    }

    /** As {@link #toCapture}; a job has it taken. */
    @Transactional
    public void take(PaymentId id, Money amount, long step) {
        toCapture(id, amount, step);
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
     * Said before a provider is asked to give up money that would be reserved: some let go of it also where the buyer was
     * quicker. Who hears meanwhile that it is reserved must not believe it.
     *
     * @return what {@link #gaveUp} wants to hear; null where somebody else is just asking, or it is known to be reserved
     */
    @Transactional
    public @Nullable Instant givesUp(PaymentId id) {
        Instant now = clock.instant();
        Instant until = now.plus(GIVING_UP).truncatedTo(ChronoUnit.MICROS);
        int rows = jdbc.sql("""
                        update payment.payments set giving_up_until = :until
                        where id = :id and state in ('created', 'requires_action', 'processing')
                          and (giving_up_until is null or giving_up_until <= :now)
                        """)
                .param("until", Timestamp.from(until))
                .param("id", id.value())
                .param("now", Timestamp.from(now))
                .update();
        return rows == 1 ? until : null;
    }

    /** The provider has answered: from here on what it says is believed again, unless somebody asked after us. */
    void gaveUp(PaymentId id, Instant until) {
        jdbc.sql("update payment.payments set giving_up_until = null where id = ? and giving_up_until = ?")
                .params(id.value(), Timestamp.from(until))
                .update();
    }

    boolean isBeingGivenUp(Attempt attempt) {
        return attempt.givingUpUntil() != null && clock.instant().isBefore(attempt.givingUpUntil());
    }

    /**
     * Ends what waits for the buyer of an order, by a job: the caller holds the order, and money moves an attempt
     * before its order.
     */
    void endWith(UUID order) {
        ofOrder(order).stream().filter(Attempt::waitsForBuyer).forEach(agenda::end);
    }
}
