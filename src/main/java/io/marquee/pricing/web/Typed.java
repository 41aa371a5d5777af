package io.marquee.pricing.web;

import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.platform.web.AmountField;
import io.marquee.platform.web.TimeField;
import io.marquee.pricing.CodeDetails;
import io.marquee.pricing.Percentage;
import io.marquee.pricing.RuleDetails;
import io.marquee.pricing.Scope;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a person typed about a code or a rule, as they typed it. Times are the event's. */
record Typed(Map<String, String> fields) {
    static final String TYPE = "type_";
    private static final int LONGEST_NUMBER = 12;

    static Typed of(CodeDetails d, ZoneId zone) {
        Map<String, String> fields = new HashMap<>(priced(d.rate(), d.amount(), d.scope()));
        fields.put("code", d.code());
        if (d.wholeCart()) fields.put("wholeCart", "true");
        if (d.unlocks()) fields.put("unlocks", "true");
        fields.put("startsAt", TimeField.of(d.startsAt(), zone));
        fields.put("endsAt", TimeField.of(d.endsAt(), zone));
        if (d.limit() != null) fields.put("limit", d.limit().toString());
        if (d.perPerson() != null) fields.put("perPerson", d.perPerson().toString());
        return new Typed(fields);
    }

    static Typed of(RuleDetails d) {
        Map<String, String> fields = new HashMap<>(priced(d.rate(), d.amount(), d.scope()));
        fields.put("name", d.name());
        if (d.onTop()) fields.put("onTop", "true");
        if (d.onFees()) fields.put("onFees", "true");
        if (d.from() != null) fields.put("from", d.from().toString());
        return new Typed(fields);
    }

    private static Map<String, String> priced(@Nullable Percentage rate, @Nullable Money amount, Scope scope) {
        Map<String, String> fields = new HashMap<>();
        if (rate != null) fields.put("percent", rate.toString());
        if (amount != null) {
            fields.put("amount.amount", AmountField.of(amount));
            fields.put("amount.currency", amount.currency().getCurrencyCode());
        }
        scope.types().forEach(type -> fields.put(TYPE + type, "true"));
        return fields;
    }

    String get(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    /** Whether a ticket type is ticked. */
    boolean has(UUID type) {
        return fields.containsKey(TYPE + type);
    }

    /** @throws InvalidInput where something typed is no number or time at all */
    CodeDetails code(EventView event) {
        ZoneId zone = event.details().timeZone();
        return new CodeDetails(
                get("code"),
                percent(),
                amount(),
                fields.containsKey("wholeCart"),
                fields.containsKey("unlocks"),
                scope(),
                TimeField.parse("startsAt", get("startsAt"), zone),
                TimeField.parse("endsAt", get("endsAt"), zone),
                number("limit"),
                number("perPerson"));
    }

    /** @throws InvalidInput where something typed is no number at all */
    RuleDetails rule(RuleDetails.Kind kind) {
        return new RuleDetails(
                kind,
                get("name"),
                percent(),
                amount(),
                fields.containsKey("onTop"),
                fields.containsKey("onFees"),
                number("from"),
                scope());
    }

    private @Nullable Percentage percent() {
        String typed = get("percent").replace(',', '.');
        try {
            if (typed.length() > LONGEST_NUMBER) throw new NumberFormatException();
            return typed.isEmpty() ? null : Percentage.of(new BigDecimal(typed));
        } catch (ArithmeticException | NumberFormatException e) {
            throw InvalidInput.at("percent", "percent_range");
        }
    }

    private @Nullable Money amount() {
        String typed = get("amount.amount");
        return typed.isEmpty()
                ? null
                : AmountField.parse(
                        "amount.amount", typed, AmountField.currency("amount.currency", get("amount.currency")));
    }

    private @Nullable Integer number(String field) {
        try {
            return get(field).isEmpty() ? null : Integer.valueOf(get(field));
        } catch (NumberFormatException e) {
            throw InvalidInput.at(field, "whole_number");
        }
    }

    private Scope scope() {
        try {
            return new Scope(fields.keySet().stream()
                    .filter(name -> name.startsWith(TYPE))
                    .map(name -> UUID.fromString(name.substring(TYPE.length())))
                    .collect(Collectors.toSet()));
        } catch (IllegalArgumentException typedByHand) {
            throw InvalidInput.at("ticketTypes", "unknown_ticket_type");
        }
    }
}
