package io.marquee.testing;

import io.marquee.event.EventView;
import io.marquee.kernel.Money;
import io.marquee.platform.tenancy.Acting;
import io.marquee.pricing.CodeDetails;
import io.marquee.pricing.Percentage;
import io.marquee.pricing.PriceRule;
import io.marquee.pricing.PriceRules;
import io.marquee.pricing.PromoCode;
import io.marquee.pricing.PromoCodes;
import io.marquee.pricing.RuleDetails;
import io.marquee.pricing.RuleDetails.Kind;
import io.marquee.pricing.Scope;
import io.marquee.ticketing.TicketTypeView;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Promo codes, taxes, fees and group discounts for tests, made by the event's owner. */
@Component
public class PricingFixture {
    private final PromoCodes codes;
    private final PriceRules rules;
    private final Acting acting;

    PricingFixture(PromoCodes codes, PriceRules rules, Acting acting) {
        this.codes = codes;
        this.rules = rules;
        this.acting = acting;
    }

    public PromoCode code(EventView event, CodeDetails details) {
        return acting.as(EventFixture.owner(event.organization()), () -> codes.create(event, details));
    }

    public PromoCode edit(PromoCode code, CodeDetails details) {
        return acting.as(EventFixture.owner(code.organization()), () -> codes.edit(code.id(), details));
    }

    public PromoCode switchOff(PromoCode code) {
        return acting.as(EventFixture.owner(code.organization()), () -> codes.activate(code.id(), false));
    }

    public PriceRule rule(EventView event, RuleDetails details) {
        return acting.as(EventFixture.owner(event.organization()), () -> rules.create(event, details));
    }

    /** So many percent off everything, for as many as come. */
    public static CodeDetails percent(String code, int percent) {
        return limited(code, percent, null, null);
    }

    public static CodeDetails limited(String code, int percent, @Nullable Integer limit, @Nullable Integer perPerson) {
        return new CodeDetails(
                code, new Percentage(percent * 1000), null, false, false, Scope.ALL, null, null, limit, perPerson);
    }

    /** Off each ticket of these types, in euro cents. */
    public static CodeDetails amount(String code, long cents, TicketTypeView... types) {
        return new CodeDetails(code, null, Money.of(cents, "EUR"), false, false, scope(types), null, null, null, null);
    }

    public static CodeDetails within(String code, @Nullable Instant from, @Nullable Instant until) {
        return new CodeDetails(code, new Percentage(10_000), null, false, false, Scope.ALL, from, until, null, null);
    }

    /** Shows these hidden types, at their price. */
    public static CodeDetails unlocking(String code, TicketTypeView... types) {
        return new CodeDetails(code, null, null, false, true, scope(types), null, null, null, null);
    }

    public static RuleDetails tax(String name, int percent, boolean onTop) {
        return new RuleDetails(Kind.TAX, name, new Percentage(percent * 1000), null, onTop, null, Scope.ALL);
    }

    public static RuleDetails fee(String name, int percent, long cents, boolean passedOn) {
        return new RuleDetails(
                Kind.FEE,
                name,
                percent == 0 ? null : new Percentage(percent * 1000),
                Money.of(cents, "EUR"),
                passedOn,
                null,
                Scope.ALL);
    }

    public static RuleDetails group(int from, int percent) {
        return new RuleDetails(Kind.GROUP_DISCOUNT, "", new Percentage(percent * 1000), null, false, from, Scope.ALL);
    }

    private static Scope scope(TicketTypeView... types) {
        return new Scope(Arrays.stream(types).map(type -> type.id().value()).collect(Collectors.toSet()));
    }
}
