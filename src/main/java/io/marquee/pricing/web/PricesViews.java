package io.marquee.pricing.web;

import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.identity.Access;
import io.marquee.kernel.Money;
import io.marquee.kernel.Slice;
import io.marquee.kernel.Wire;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.Tone;
import io.marquee.pricing.CodeDetails;
import io.marquee.pricing.CodeUses;
import io.marquee.pricing.Percentage;
import io.marquee.pricing.PriceRule;
import io.marquee.pricing.PriceRules;
import io.marquee.pricing.PromoCode;
import io.marquee.pricing.PromoCodes;
import io.marquee.pricing.RuleDetails;
import io.marquee.pricing.Scope;
import io.marquee.pricing.TypeNames;
import io.marquee.pricing.web.PricesView.CodeLine;
import io.marquee.pricing.web.PricesView.RuleGroup;
import io.marquee.pricing.web.PricesView.RuleLine;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the pages of prices show. */
@Component
class PricesViews {
    private static final int PAGE = 50;

    private final PromoCodes codes;
    private final PriceRules rules;
    private final CodeUses uses;
    private final TypeNames types;
    private final Access access;
    private final Clock clock;

    PricesViews(PromoCodes codes, PriceRules rules, CodeUses uses, TypeNames types, Access access, Clock clock) {
        this.codes = codes;
        this.rules = rules;
        this.uses = uses;
        this.types = types;
        this.access = access;
        this.clock = clock;
    }

    static String path(EventView event) {
        return "/manage/events/" + event.slug() + "/prices";
    }

    PricesView list(EventView event, @Nullable UUID before, Text text) {
        Slice<PromoCode> some = codes.of(event, before, PAGE);
        Map<UUID, Integer> used = uses.of(event.id());
        List<PriceRule> all = rules.of(event);
        return new PricesView(
                nav(event, text),
                path(event),
                some.items().stream().map(code -> line(code, used, event, text)).toList(),
                Arrays.stream(RuleDetails.Kind.values())
                        .map(kind -> group(kind, all, event, text))
                        .toList(),
                some.next() == null ? null : path(event) + "?before=" + some.next());
    }

    PriceForm codeForm(EventView event, @Nullable PromoCode code, Typed typed, FieldErrors errors, Text text) {
        ZoneId zone = event.details().timeZone();
        String zoneName = text.zone(LocalDateTime.ofInstant(event.startsAt(), zone), zone);
        return form(
                event,
                code == null ? text.get("pricing.codes.add") : code.details().code(),
                new PriceForms(typed, errors, types.currency(event.id()), text).code(code == null, zoneName),
                typed,
                "/codes" + (code == null ? "" : "/" + code.id()),
                errors,
                text);
    }

    PriceForm ruleForm(
            EventView event, RuleDetails.Kind kind, @Nullable UUID rule, Typed typed, FieldErrors errors, Text text) {
        return form(
                event,
                text.of(rule == null ? "pricing.rules.add" : "pricing.rules.one", kind),
                new PriceForms(typed, errors, types.currency(event.id()), text).rule(kind),
                typed,
                "/rules/" + (rule == null ? Wire.name(kind) : rule.toString()),
                errors,
                text);
    }

    private PriceForm form(
            EventView event,
            String title,
            List<List<Field>> rows,
            Typed typed,
            String action,
            FieldErrors errors,
            Text text) {
        return new PriceForm(
                nav(event, text),
                title,
                rows,
                types.of(event.id()).stream()
                        .filter(type -> !type.archived() || typed.has(type.id()))
                        .map(type -> Field.checkbox(Typed.TYPE + type.id(), type.name())
                                .value(typed.has(type.id())))
                        .toList(),
                path(event) + action,
                path(event),
                errors);
    }

    private ManageNav nav(EventView event, Text text) {
        return ManageNav.of(event, ManageNav.Entry.PRICES, access, text);
    }

    private CodeLine line(PromoCode code, Map<UUID, Integer> used, EventView event, Text text) {
        CodeDetails d = code.details();
        int count = used.getOrDefault(code.id(), 0);
        return new CodeLine(
                code.id().toString(),
                d.code(),
                effect(d, event, text),
                d.limit() == null
                        ? text.get("pricing.codes.used", count)
                        : text.get("pricing.codes.used_of", count, d.limit()),
                window(d, event.details().timeZone(), text),
                state(code, count, text),
                code.active());
    }

    private String effect(CodeDetails d, EventView event, Text text) {
        String off = d.reduction() == null
                ? ""
                : text.get(
                        d.wholeCart() ? "pricing.codes.off_cart" : "pricing.codes.off",
                        measure(d.rate(), d.amount(), text));
        String shows = d.unlocks() ? text.get("pricing.codes.unlocks") : "";
        return joined(off, shows, scope(d.scope(), event, text));
    }

    private static @Nullable String window(CodeDetails d, ZoneId zone, Text text) {
        Instant from = d.startsAt();
        Instant until = d.endsAt();
        if (from != null && until != null) {
            return text.get("pricing.window.both", text.dateTime(from, zone), text.dateTime(until, zone));
        }
        if (from != null) return text.get("pricing.window.from", text.dateTime(from, zone));
        return until == null ? null : text.get("pricing.window.until", text.dateTime(until, zone));
    }

    private Chip state(PromoCode code, int used, Text text) {
        String refused = code.refusedAt(clock.instant());
        Integer limit = code.details().limit();
        if (!code.active()) return new Chip(text.get("pricing.codes.state.off"), Tone.PLAIN);
        if ("code_not_yet".equals(refused)) return new Chip(text.get("pricing.codes.state.not_yet"), Tone.INFO);
        if (refused != null) return new Chip(text.get("pricing.codes.state.over"), Tone.PLAIN);
        return limit != null && used >= limit
                ? new Chip(text.get("pricing.codes.state.used_up"), Tone.WARN)
                : new Chip(text.get("pricing.codes.state.on"), Tone.GOOD);
    }

    private RuleGroup group(RuleDetails.Kind kind, List<PriceRule> all, EventView event, Text text) {
        return new RuleGroup(
                Wire.name(kind),
                text.of("pricing.rules.title", kind),
                text.of("pricing.rules.detail", kind),
                text.of("pricing.rules.add", kind),
                all.stream()
                        .filter(rule -> rule.details().kind() == kind)
                        .map(rule -> line(rule, event, text))
                        .toList());
    }

    private RuleLine line(PriceRule rule, EventView event, Text text) {
        RuleDetails d = rule.details();
        String measure = measure(d.rate(), d.amount(), text);
        String effect = switch (d.kind()) {
            case TAX ->
                joined(
                        text.get(d.onTop() ? "pricing.rules.tax_on_top" : "pricing.rules.tax_inside", measure),
                        d.onFees() ? text.get("pricing.rules.tax_on_fees") : "");
            case FEE -> text.get(d.onTop() ? "pricing.rules.fee_passed" : "pricing.rules.fee_absorbed", measure);
            case GROUP_DISCOUNT -> text.get("pricing.codes.off", measure);
        };
        String name = d.kind() == RuleDetails.Kind.GROUP_DISCOUNT
                ? text.get("pricing.entry.group_discount", d.from() == null ? 0 : d.from())
                : d.name();
        return new RuleLine(rule.id().toString(), name, joined(effect, scope(d.scope(), event, text)));
    }

    private static String measure(@Nullable Percentage rate, @Nullable Money amount, Text text) {
        return Stream.of(rate == null ? "" : rate + " %", amount == null ? "" : text.money(amount))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" + "));
    }

    private String scope(Scope scope, EventView event, Text text) {
        return scope.types().isEmpty()
                ? text.get("pricing.scope.all")
                : types.of(event.id()).stream()
                        .filter(type -> scope.types().contains(type.id()))
                        .map(TypeNames.NamedType::name)
                        .collect(Collectors.joining(", "));
    }

    private static String joined(String... parts) {
        return Arrays.stream(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }
}
