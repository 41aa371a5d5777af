package io.marquee.payout.web;

import io.marquee.organization.OrganizationNav;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An organization's own accounts: how they stand, what lies in them, what went to the bank. */
public record PayoutsView(OrganizationNav nav, List<AccountCard> accounts, FieldErrors errors) {

    /**
     * One account.
     *
     * @param path of its pages
     * @param sentence what its state means for the owner
     * @param deadline by when what is missing must be there; null where there is none
     * @param onboarding what the button to the provider's page says; null where there is nothing to do there
     * @param country to open it with; null once it was opened
     * @param unreachable whether the provider does not answer, so that money is not shown
     */
    public record AccountCard(
            String path,
            String provider,
            Chip state,
            String sentence,
            List<Asked> asked,
            @Nullable String deadline,
            @Nullable String onboarding,
            @Nullable Field country,
            boolean dashboard,
            boolean unreachable,
            List<Sum> sums,
            List<PayoutRow> payouts,
            List<ReleaseRow> releases,
            List<Field> schedule) {}

    /** @param problem the provider's words for what was wrong; null where nothing was */
    public record Asked(String what, Chip urgency, @Nullable String problem) {}

    /** @param payOut the field to pay out from it; null where there is nothing to pay out */
    public record Sum(
            String currency,
            String available,
            String pending,
            @Nullable Field payOut,
            String key) {}

    /** @param reason why it came back, and what to do about it; null where it did not */
    public record PayoutRow(
            String path,
            String at,
            String arrival,
            String amount,
            Chip state,
            String bank,
            @Nullable String reason) {}

    /**
     * The money of an event that ended.
     *
     * @param path of the event's finances
     * @param reason why it is where it is; null where there is nothing to say
     * @param retry where the owner says: try again; null where it did not fail
     */
    public record ReleaseRow(
            String event,
            String path,
            String due,
            String amount,
            Chip state,
            @Nullable String reason,
            @Nullable String retry) {}
}
