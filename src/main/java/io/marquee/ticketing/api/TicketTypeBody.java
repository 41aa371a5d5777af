package io.marquee.ticketing.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.platform.web.TimeField;
import io.marquee.ticketing.TicketTypeDetails;
import io.marquee.ticketing.TicketTypeView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A ticket type as it is sent to us.
 *
 * @param price free where it is left out
 * @param saleStartsAt an instant, or a local date-time in the event's zone
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record TicketTypeBody(
        @Schema(example = "General admission") @Nullable String name,

        @Schema(example = "Standing, one drink included") @Nullable
        String description,

        @Nullable Price price,
        @Schema(example = "200") @Nullable Integer quantity,

        @Schema(example = "6", description = "10 where it is left out") @Nullable
        Integer maxPerOrder,

        @Schema(example = "8") @Nullable Integer maxPerPerson,

        @Schema(example = "2031-03-01T09:00:00", description = "an instant, or a local date-time in the event's zone")
        @Nullable
        String saleStartsAt,

        @Nullable String saleEndsAt,

        @Schema(description = "shown only to whoever has its unlock key") @Nullable
        Boolean hidden,

        @Schema(description = "the least that buyers may choose to pay; the price is a suggestion then") @Nullable
        Price minimum,

        @Schema(description = "sold only together with a ticket that is none") @Nullable
        Boolean addOn,

        @Schema(example = "1", description = "how many of an add-on for each such ticket") @Nullable
        Integer maxPerTicket,

        @Schema(
                example = "Standing",
                description = "the heading that it shares with others, such as early bird and regular")
        @Nullable
        String variantOf) {

    /** In minor units of the currency. */
    record Price(
            @Schema(example = "2400") @Nullable Long amount,
            @Schema(example = "EUR") @Nullable String currency) {

        static Price of(Money money) {
            return new Price(money.amount(), money.currency().getCurrencyCode());
        }

        /** @param field where it was sent, to say what is wrong with it */
        Money money(String field) {
            if (amount == null) throw InvalidInput.at(field + ".amount", "required");
            if (currency == null) throw InvalidInput.at(field + ".currency", "required");
            try {
                return new Money(amount, Currency.getInstance(currency));
            } catch (IllegalArgumentException e) {
                throw InvalidInput.at(field + ".currency", "unknown_currency");
            }
        }
    }

    static TicketTypeBody of(TicketTypeView type) {
        return new TicketTypeBody(
                type.name(),
                type.description(),
                Price.of(type.price()),
                type.size(),
                type.maxPerOrder(),
                type.maxPerPerson(),
                type.saleStartsAt() == null ? null : type.saleStartsAt().toString(),
                type.saleEndsAt() == null ? null : type.saleEndsAt().toString(),
                type.hidden(),
                type.minimum() == null ? null : Price.of(type.minimum()),
                type.addOn(),
                type.maxPerTicket(),
                type.variantOf());
    }

    TicketTypeDetails details(EventView event) {
        InvalidInput.gather()
                .check(name != null, "name", "required")
                .check(quantity != null, "quantity", "required")
                .orThrow();
        ZoneId zone = event.details().timeZone();
        return new TicketTypeDetails(
                name == null ? "" : name,
                description == null ? "" : description,
                price == null ? Money.of(0, "EUR") : price.money("price"),
                quantity == null ? 0 : quantity,
                maxPerOrder == null ? TicketTypeDetails.DEFAULT_MAX_PER_ORDER : maxPerOrder,
                maxPerPerson,
                TimeField.parse("saleStartsAt", saleStartsAt, zone),
                TimeField.parse("saleEndsAt", saleEndsAt, zone),
                Boolean.TRUE.equals(hidden),
                minimum == null ? null : minimum.money("minimum"),
                Boolean.TRUE.equals(addOn),
                maxPerTicket,
                variantOf == null ? "" : variantOf);
    }
}
