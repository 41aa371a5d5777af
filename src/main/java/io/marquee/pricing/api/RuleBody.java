package io.marquee.pricing.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.pricing.RuleDetails;
import io.marquee.pricing.Scope;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tax, fee or group discount as it is sent to us. */
@JsonIgnoreProperties(ignoreUnknown = true)
record RuleBody(
        RuleDetails.@Nullable Kind kind,

        @Schema(example = "VAT", description = "as buyers read it") @Nullable
        String name,

        @Schema(example = "19") @Nullable BigDecimal percent,

        @Schema(description = "for each ticket; not for taxes") @Nullable
        Money amount,

        @Schema(description = "whether a tax comes on top of the price, or a fee is the buyer's to pay") @Nullable
        Boolean onTop,

        @Schema(description = "whether a tax is on fees that the buyer pays too") @Nullable
        Boolean onFees,

        @Schema(example = "10", description = "how many tickets make a group") @Nullable
        Integer from,

        @Schema(description = "to which it applies; all where it is left out or empty") @Nullable
        Set<UUID> ticketTypes) {

    static RuleBody of(RuleDetails d) {
        return new RuleBody(
                d.kind(),
                d.name(),
                d.rate() == null ? null : d.rate().percent(),
                d.amount(),
                d.onTop(),
                d.onFees(),
                d.from(),
                d.scope().types());
    }

    RuleDetails details() {
        if (kind == null) throw InvalidInput.at("kind", "required");
        return new RuleDetails(
                kind,
                name == null ? "" : name,
                CodeBody.rate("percent", percent),
                CodeBody.checked(amount),
                Boolean.TRUE.equals(onTop),
                Boolean.TRUE.equals(onFees),
                from,
                ticketTypes == null ? Scope.ALL : new Scope(ticketTypes));
    }
}
