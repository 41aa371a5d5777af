package io.marquee.ticketing.web;

import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.ticketing.TicketTypeDetails;
import io.marquee.ticketing.TicketTypeView;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a person typed about a ticket type, as they typed it. Times are the event's. */
public record TicketTypeForm(
        String name,
        String description,
        String price,
        String currency,
        String quantity,
        String maxPerOrder,
        String maxPerPerson,
        String saleStartsAt,
        String saleEndsAt,
        boolean hidden) {
    private static final int LONGEST_NUMBER = 12;

    static TicketTypeForm empty(String currency) {
        return new TicketTypeForm(
                "", "", "", currency, "", String.valueOf(TicketTypeDetails.DEFAULT_MAX_PER_ORDER), "", "", "", false);
    }

    static TicketTypeForm of(Map<String, String> fields) {
        return new TicketTypeForm(
                fields.getOrDefault("name", ""),
                fields.getOrDefault("description", ""),
                fields.getOrDefault("price.amount", "").strip(),
                fields.getOrDefault("price.currency", "EUR").strip(),
                fields.getOrDefault("quantity", "").strip(),
                fields.getOrDefault("maxPerOrder", "").strip(),
                fields.getOrDefault("maxPerPerson", "").strip(),
                fields.getOrDefault("saleStartsAt", "").strip(),
                fields.getOrDefault("saleEndsAt", "").strip(),
                fields.containsKey("hidden"));
    }

    static TicketTypeForm of(TicketTypeView type, ZoneId zone) {
        Currency currency = type.price().currency();
        return new TicketTypeForm(
                type.name(),
                type.description(),
                BigDecimal.valueOf(type.price().amount(), Math.max(0, currency.getDefaultFractionDigits()))
                        .toPlainString(),
                currency.getCurrencyCode(),
                String.valueOf(type.size()),
                String.valueOf(type.maxPerOrder()),
                type.maxPerPerson() == null ? "" : String.valueOf(type.maxPerPerson()),
                local(type.saleStartsAt(), zone),
                local(type.saleEndsAt(), zone),
                type.hidden());
    }

    /** @throws InvalidInput where something typed is no number or time at all */
    TicketTypeDetails details(EventView event) {
        ZoneId zone = event.details().timeZone();
        return new TicketTypeDetails(
                name,
                description,
                money(),
                required("quantity", quantity),
                required("maxPerOrder", maxPerOrder),
                maxPerPerson.isEmpty() ? null : number("maxPerPerson", maxPerPerson),
                instant("saleStartsAt", saleStartsAt, zone),
                instant("saleEndsAt", saleEndsAt, zone),
                hidden);
    }

    /** As people write it, with a point or a comma; nothing is free. */
    private Money money() {
        Currency unit = unit();
        if (price.isEmpty()) return Money.zero(unit);
        try {
            if (price.length() > LONGEST_NUMBER) throw new NumberFormatException();
            BigDecimal amount = new BigDecimal(price.replace(',', '.'));
            return new Money(
                    amount.movePointRight(Math.max(0, unit.getDefaultFractionDigits()))
                            .longValueExact(),
                    unit);
        } catch (ArithmeticException | NumberFormatException e) {
            throw InvalidInput.at("price.amount", "amount", unit.getCurrencyCode());
        }
    }

    private Currency unit() {
        try {
            return Currency.getInstance(currency);
        } catch (IllegalArgumentException e) {
            throw InvalidInput.at("price.currency", "unknown_currency");
        }
    }

    private static int required(String field, String typed) {
        if (typed.isEmpty()) throw InvalidInput.at(field, "required");
        return number(field, typed);
    }

    private static int number(String field, String typed) {
        try {
            return Integer.parseInt(typed);
        } catch (NumberFormatException e) {
            throw InvalidInput.at(field, "whole_number");
        }
    }

    private static @Nullable Instant instant(String field, String typed, ZoneId zone) {
        try {
            return typed.isEmpty()
                    ? null
                    : LocalDateTime.parse(typed).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw InvalidInput.at(field, "date_time");
        }
    }

    private static String local(@Nullable Instant at, ZoneId zone) {
        return at == null
                ? ""
                : LocalDateTime.ofInstant(at, zone).withSecond(0).withNano(0).toString();
    }
}
