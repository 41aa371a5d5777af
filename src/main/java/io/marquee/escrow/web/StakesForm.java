package io.marquee.escrow.web;

import io.marquee.escrow.StakeTerms;
import io.marquee.kernel.InvalidInput;
import io.marquee.ticketing.TicketTypeId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the team types about its stakes. */
public record StakesForm(
        @Nullable List<UUID> types,
        @Nullable String delayHours,
        @Nullable String forgiveDays,
        @Nullable Boolean keepCard) {

    List<TicketTypeId> staked() {
        return types == null ? List.of() : types.stream().map(TicketTypeId::new).toList();
    }

    boolean keepsCard() {
        return Boolean.TRUE.equals(keepCard);
    }

    String chosen() {
        return types == null ? "" : types.stream().map(UUID::toString).collect(Collectors.joining("\n"));
    }

    /** @throws InvalidInput */
    StakeTerms terms() {
        return new StakeTerms(number("delayHours", delayHours), number("forgiveDays", forgiveDays), keepsCard());
    }

    private static int number(String field, @Nullable String typed) {
        try {
            return Integer.parseInt(typed == null ? "" : typed.strip());
        } catch (NumberFormatException e) {
            throw InvalidInput.at(field, "value");
        }
    }
}
