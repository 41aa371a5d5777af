package io.marquee.pricing;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.Ids;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Slice;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Promo codes, for an event's team. What is held or ordered with one keeps its price. */
@Component
public class PromoCodes {
    private final CodeRows rows;
    private final Prices prices;
    private final Scopes scopes;
    private final EventReads events;
    private final Access access;
    private final Acting acting;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    PromoCodes(
            CodeRows rows,
            Prices prices,
            Scopes scopes,
            EventReads events,
            Access access,
            Acting acting,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.rows = rows;
        this.prices = prices;
        this.scopes = scopes;
        this.events = events;
        this.access = access;
        this.acting = acting;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Newest first. @param before the id of the last one of the page before */
    @Transactional(readOnly = true)
    public Slice<PromoCode> of(EventView event, @Nullable UUID before, int limit) {
        access.require(Permission.EDIT_EVENT, event.organization(), event.id());
        return acting.asSystem(
                event.organization(),
                () -> Slice.of(
                        rows.ofEvent(event.id(), before, limit + 1),
                        limit,
                        code -> code.id().toString()));
    }

    /** @throws InvalidInput also when the event has such a code */
    @Transactional
    public PromoCode create(EventView event, CodeDetails details) {
        access.require(Permission.EDIT_EVENT, event.organization(), event.id());
        details.check();
        scopes.check(event.id(), details.scope());
        return acting.asSystem(event.organization(), () -> {
            PromoCode code = new PromoCode(Ids.next(), event.id(), event.organization(), true, details);
            if (!rows.insert(code, clock.instant())) throw InvalidInput.at("code", "code_taken");
            return changed(code);
        });
    }

    /**
     * The code itself stays as it is: it is out in the world.
     *
     * @throws InvalidInput also when it was used more often than the new limit
     */
    @Transactional
    public PromoCode edit(UUID id, CodeDetails details) {
        PromoCode before = editable(id);
        details.check();
        scopes.check(before.event(), details.scope());
        if (!details.code().equals(before.details().code())) throw InvalidInput.at("code", "code_stays");
        return acting.asSystem(before.organization(), () -> {
            if (!rows.update(id, details)) throw notFound();
            return changed(new PromoCode(id, before.event(), before.organization(), before.active(), details));
        });
    }

    /** Off: nobody can use it any more, as if there were no such code. What was held with it stays. */
    @Transactional
    public PromoCode activate(UUID id, boolean active) {
        PromoCode before = editable(id);
        return acting.asSystem(before.organization(), () -> {
            if (!rows.deactivate(id, active ? null : clock.instant())) throw notFound();
            return changed(new PromoCode(id, before.event(), before.organization(), active, before.details()));
        });
    }

    /** One that whoever acts may edit. */
    @Transactional(readOnly = true)
    public PromoCode editable(UUID id) {
        PromoCode code = acting.asPlatform(() -> rows.byId(id));
        if (code == null) throw notFound();
        // to those who may not see the event there is no such code
        events.byId(code.event());
        access.require(Permission.EDIT_EVENT, code.organization(), code.event());
        return code;
    }

    private PromoCode changed(PromoCode code) {
        publisher.publishEvent(new PromoCodeLimited(
                code.id(),
                code.event(),
                code.organization(),
                code.details().limit(),
                code.details().perPerson()));
        prices.forget(code.event());
        return code;
    }

    private static NotFound notFound() {
        return new NotFound("promo_code");
    }
}
