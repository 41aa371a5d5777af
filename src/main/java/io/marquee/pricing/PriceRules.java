package io.marquee.pricing;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.Ids;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Taxes, fees and group discounts, for an event's team. What is held or ordered keeps its price. */
@Component
public class PriceRules {
    private static final int MOST = 50;

    private final RuleRows rows;
    private final Prices prices;
    private final Scopes scopes;
    private final EventReads events;
    private final Access access;
    private final Acting acting;
    private final Clock clock;

    PriceRules(
            RuleRows rows, Prices prices, Scopes scopes, EventReads events, Access access, Acting acting, Clock clock) {
        this.rows = rows;
        this.prices = prices;
        this.scopes = scopes;
        this.events = events;
        this.access = access;
        this.acting = acting;
        this.clock = clock;
    }

    /** @throws io.marquee.kernel.Forbidden unless whoever acts may edit the event */
    @Transactional(readOnly = true)
    public List<PriceRule> of(EventView event) {
        access.require(Permission.EDIT_EVENT, event.organization(), event.id());
        return acting.asSystem(event.organization(), () -> rows.ofEvent(event.id()));
    }

    /** @throws InvalidInput */
    @Transactional
    public PriceRule create(EventView event, RuleDetails details) {
        access.require(Permission.EDIT_EVENT, event.organization(), event.id());
        details.check();
        scopes.check(event.id(), details.scope());
        return acting.asSystem(event.organization(), () -> {
            if (rows.ofEvent(event.id()).size() >= MOST) throw InvalidInput.at("", "too_many_rules", MOST);
            PriceRule rule = new PriceRule(Ids.next(), event.id(), event.organization(), details);
            rows.insert(rule, clock.instant());
            prices.forget(event.id());
            return rule;
        });
    }

    /**
     * The rules of one event for another. What covered only types that there are no more of is left out.
     *
     * @param types of the one and the other
     */
    @Transactional
    public void copy(EventView from, EventView to, Map<UUID, UUID> types) {
        of(from).forEach(rule -> {
            Set<UUID> covered = rule.details().scope().types().stream()
                    .map(types::get)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            if (rule.details().scope().types().isEmpty() || !covered.isEmpty()) {
                create(to, rule.details().within(new Scope(covered)));
            }
        });
    }

    /** Its kind stays as it is. @throws InvalidInput */
    @Transactional
    public PriceRule edit(UUID id, RuleDetails details) {
        PriceRule before = editable(id);
        details.check();
        scopes.check(before.event(), details.scope());
        return acting.asSystem(before.organization(), () -> {
            if (details.kind() != before.details().kind() || !rows.update(id, details)) throw notFound();
            prices.forget(before.event());
            return new PriceRule(id, before.event(), before.organization(), details);
        });
    }

    @Transactional
    public void delete(UUID id) {
        PriceRule rule = editable(id);
        acting.asSystem(rule.organization(), () -> {
            if (!rows.delete(id)) throw notFound();
            prices.forget(rule.event());
        });
    }

    /** One that whoever acts may edit. */
    @Transactional(readOnly = true)
    public PriceRule editable(UUID id) {
        PriceRule rule = acting.asPlatform(() -> rows.byId(id));
        if (rule == null) throw notFound();
        // to those who may not see the event there is no such rule
        events.byId(rule.event());
        access.require(Permission.EDIT_EVENT, rule.organization(), rule.event());
        return rule;
    }

    private static NotFound notFound() {
        return new NotFound("price_rule");
    }
}
