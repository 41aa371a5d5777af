package io.marquee.pricing.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.platform.web.TimeField;
import io.marquee.pricing.CodeDetails;
import io.marquee.pricing.Percentage;
import io.marquee.pricing.PromoCode;
import io.marquee.pricing.Scope;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A promo code as it is sent to us. */
@JsonIgnoreProperties(ignoreUnknown = true)
record CodeBody(
        @Schema(
                example = "SPRING",
                description = "3 to 40 letters, digits, hyphens and underscores; case does not matter")
        @Nullable
        String code,

        @Schema(example = "15", description = "off each ticket, in percent; or an amount instead") @Nullable
        BigDecimal percent,

        @Schema(description = "off each ticket, or once off the cart") @Nullable
        Money amount,

        @Schema(description = "whether the amount comes off once, shared by the lines in proportion") @Nullable
        Boolean wholeCart,

        @Schema(description = "whether it shows the hidden ones of its ticket types") @Nullable
        Boolean unlocks,

        @Schema(description = "to which it applies; all where it is left out or empty") @Nullable
        Set<UUID> ticketTypes,

        @Schema(example = "2031-03-01T09:00:00", description = "an instant, or a local date-time in the event's zone")
        @Nullable
        String startsAt,

        @Nullable String endsAt,

        @Schema(example = "100", description = "how many orders may use it") @Nullable
        Integer limit,

        @Schema(example = "1", description = "how many orders of one person may use it") @Nullable
        Integer perPerson,

        @Schema(description = "false: nobody can use it any more") @Nullable
        Boolean active) {

    static CodeBody of(PromoCode code) {
        CodeDetails d = code.details();
        return new CodeBody(
                d.code(),
                d.rate() == null ? null : d.rate().percent(),
                d.amount(),
                d.wholeCart(),
                d.unlocks(),
                d.scope().types(),
                d.startsAt() == null ? null : d.startsAt().toString(),
                d.endsAt() == null ? null : d.endsAt().toString(),
                d.limit(),
                d.perPerson(),
                code.active());
    }

    boolean isActive() {
        return !Boolean.FALSE.equals(active);
    }

    CodeDetails details(EventView event) {
        ZoneId zone = event.details().timeZone();
        return new CodeDetails(
                code == null ? "" : code,
                rate("percent", percent),
                checked(amount),
                Boolean.TRUE.equals(wholeCart),
                Boolean.TRUE.equals(unlocks),
                ticketTypes == null ? Scope.ALL : new Scope(ticketTypes),
                TimeField.parse("startsAt", startsAt, zone),
                TimeField.parse("endsAt", endsAt, zone),
                limit,
                perPerson);
    }

    // parsed from JSON, where a part may be missing
    @SuppressWarnings("NullAway")
    static @Nullable Money checked(@Nullable Money amount) {
        if (amount != null && amount.currency() == null) throw InvalidInput.at("amount.currency", "required");
        return amount;
    }

    static @Nullable Percentage rate(String field, @Nullable BigDecimal percent) {
        try {
            return percent == null ? null : Percentage.of(percent);
        } catch (ArithmeticException tooFine) {
            throw InvalidInput.at(field, "percent_range");
        }
    }
}
