package io.marquee.payment.sandbox;

import io.marquee.kernel.IllegalMove;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Wire;
import io.marquee.payment.provider.ChargeRequest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sandbox's book of charges. */
@Component
class SandboxCharges {
    private final JdbcClient jdbc;
    private final Clock clock;

    SandboxCharges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return whether the key is new */
    boolean open(ChargeRequest request) {
        return open(request, request.customer());
    }

    boolean open(ChargeRequest request, @Nullable String customer) {
        return jdbc.sql("""
                        insert into payment.sandbox_charges
                          (id, idempotency_key, reference, state, amount, currency, description, email, return_url,
                           account_id, application_fee, captures_later, sets_up, customer_id, keeps_card, expires_at, created_at, updated_at)
                        values (:id, :key, :reference, 'open', :amount, :currency, :description, :email, :returnUrl,
                                :account, :fee, :later, :setsUp, :customer, :keeps, :expires, :now, :now)
                        on conflict (idempotency_key) do nothing
                        """)
                        .param("id", SandboxIds.next("ch"))
                        .param("key", request.key())
                        .param("reference", request.reference())
                        .param("amount", request.amount().amount())
                        .param("currency", request.amount().currency().getCurrencyCode())
                        .param("description", request.description())
                        .param("email", request.buyerEmail())
                        .param("returnUrl", request.returnUrl())
                        .param("account", request.account())
                        .param("fee", request.applicationFee().amount())
                        .param("later", request.capture() == ChargeRequest.Capture.LATER)
                        .param("setsUp", request.capture() == ChargeRequest.Capture.SET_UP)
                        .param("customer", customer)
                        .param("keeps", request.keepMethod() && request.customer() != null)
                        .param("expires", Timestamp.from(request.expiresAt()))
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /** Locked until the transaction ends. */
    SandboxCharge byKey(String key) {
        return jdbc.sql("select * from payment.sandbox_charges where idempotency_key = ? for update")
                .param(key)
                .query(SandboxCharge::read)
                .single();
    }

    /** Locked until the transaction ends. @throws NotFound */
    SandboxCharge locked(String id) {
        return jdbc.sql("select * from payment.sandbox_charges where id = ? for update")
                .param(id)
                .query(SandboxCharge::read)
                .optional()
                .orElseThrow(() -> new NotFound("page"));
    }

    /** Those made in a span of time, in the order of their ids. @param after the last id of the page before */
    List<SandboxCharge> between(@Nullable String account, Instant from, Instant until, String after, int limit) {
        return jdbc.sql("""
                        select * from payment.sandbox_charges
                        where account_id is not distinct from ?::text and created_at >= ? and created_at < ? and id > ?
                        order by id limit ?
                        """)
                .param(account)
                .params(Timestamp.from(from), Timestamp.from(until), after, limit)
                .query(SandboxCharge::read)
                .list();
    }

    /** @param card its number, null to leave it as it is */
    SandboxCharge move(SandboxCharge charge, ChargeState to, @Nullable String card, @Nullable String declineCode) {
        ChargeState.MOVES.require(charge.state(), to);
        int rows = jdbc.sql("""
                        update payment.sandbox_charges
                        set state = :to, card = coalesce(:card, card), decline_code = :decline, updated_at = :now
                        where id = :id and state = :from
                        """)
                .param("to", Wire.name(to))
                .param("card", card)
                .param("decline", declineCode)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", charge.id())
                .param("from", Wire.name(charge.state()))
                .update();
        if (rows != 1) {
            throw new IllegalMove(charge.state(), to);
        }
        return locked(charge.id());
    }

    /** What was reserved beyond this is let go. */
    SandboxCharge taken(SandboxCharge charge, long amount) {
        one(jdbc.sql(
                        "update payment.sandbox_charges set amount = ? where id = ? and state = 'authorised' and amount >= ?")
                .params(amount, charge.id(), amount)
                .update());
        return move(charge, ChargeState.PAID, null, null);
    }

    /** The last month of the card that was given. */
    SandboxCharge given(SandboxCharge charge, String expires) {
        one(jdbc.sql("update payment.sandbox_charges set card_expires = ? where id = ?")
                .params(expires, charge.id())
                .update());
        return locked(charge.id());
    }

    SandboxCharge settlesAt(SandboxCharge charge, Instant at) {
        one(jdbc.sql("update payment.sandbox_charges set settles_at = ? where id = ?")
                .params(Timestamp.from(at), charge.id())
                .update());
        return locked(charge.id());
    }

    SandboxCharge disputedAt(SandboxCharge charge, Instant at) {
        one(jdbc.sql("update payment.sandbox_charges set disputed_at = ? where id = ?")
                .params(Timestamp.from(at), charge.id())
                .update());
        return locked(charge.id());
    }

    private static void one(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("the charge is gone");
        }
    }
}
