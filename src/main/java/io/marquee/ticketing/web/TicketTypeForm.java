package io.marquee.ticketing.web;

import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.platform.web.AmountField;
import io.marquee.platform.web.TimeField;
import io.marquee.ticketing.TicketTypeDetails;
import io.marquee.ticketing.TicketTypeView;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person typed about a ticket type, as they typed it. Times are the event's.
 *
 * @param chosen whether the buyer chooses the price
 */
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
        boolean hidden,
        boolean chosen,
        String minimum,
        boolean addOn,
        String maxPerTicket,
        String variantOf) {
    private static final Currency ANY = Currency.getInstance("EUR");

    static TicketTypeForm empty(String currency) {
        return new TicketTypeForm(
                "",
                "",
                "",
                currency,
                "",
                String.valueOf(TicketTypeDetails.DEFAULT_MAX_PER_ORDER),
                "",
                "",
                "",
                false,
                false,
                "",
                false,
                "",
                "");
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
                fields.containsKey("hidden"),
                fields.containsKey("chosen"),
                fields.getOrDefault("minimum.amount", "").strip(),
                fields.containsKey("addOn"),
                fields.getOrDefault("maxPerTicket", "").strip(),
                fields.getOrDefault("variantOf", "").strip());
    }

    static TicketTypeForm of(TicketTypeView type, ZoneId zone) {
        return new TicketTypeForm(
                type.name(),
                type.description(),
                AmountField.of(type.price()),
                type.price().currency().getCurrencyCode(),
                String.valueOf(type.size()),
                String.valueOf(type.maxPerOrder()),
                type.maxPerPerson() == null ? "" : String.valueOf(type.maxPerPerson()),
                TimeField.of(type.saleStartsAt(), zone),
                TimeField.of(type.saleEndsAt(), zone),
                type.hidden(),
                type.priceIsChosen(),
                type.minimum() == null ? "" : AmountField.of(type.minimum()),
                type.addOn(),
                type.maxPerTicket() == null ? "" : String.valueOf(type.maxPerTicket()),
                type.variantOf());
    }

    /** @throws InvalidInput where something typed is no number or time at all, with all else that is wrong */
    TicketTypeDetails details(EventView event) {
        ZoneId zone = event.details().timeZone();
        InvalidInput.Gatherer broken = InvalidInput.gather();
        Currency unit = broken.read(() -> AmountField.currency("price.currency", currency), ANY);
        TicketTypeDetails details = new TicketTypeDetails(
                name,
                description,
                broken.read(() -> price(unit), new Money(Long.MAX_VALUE, unit)), // no minimum is above it
                broken.read(() -> required("quantity", quantity), 0),
                broken.read(() -> required("maxPerOrder", maxPerOrder), 1),
                broken.readOrNull(() -> maxPerPerson.isEmpty() ? null : number("maxPerPerson", maxPerPerson)),
                broken.readOrNull(() -> TimeField.parse("saleStartsAt", saleStartsAt, zone)),
                broken.readOrNull(() -> TimeField.parse("saleEndsAt", saleEndsAt, zone)),
                hidden,
                broken.readOrNull(() -> minimum(unit)),
                addOn,
                broken.readOrNull(() -> addOn && !maxPerTicket.isEmpty() ? number("maxPerTicket", maxPerTicket) : null),
                variantOf);
        if (broken.any()) {
            broken.readOrNull(() -> {
                details.check();
                return details;
            });
        }
        broken.orThrow();
        return details;
    }

    private Money price(Currency unit) {
        return price.isEmpty() ? Money.zero(unit) : AmountField.parse("price.amount", price, unit);
    }

    private @Nullable Money minimum(Currency unit) {
        if (!chosen) return null;
        return minimum.isEmpty() ? Money.zero(unit) : AmountField.parse("minimum.amount", minimum, unit);
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
}
