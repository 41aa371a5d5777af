package io.marquee.ordering.web.manage;

import io.marquee.event.ManageNav;
import io.marquee.ordering.web.AnswerLine;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.TimelineEntry;
import io.marquee.pricing.Bill;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One order as its team sees it.
 *
 * @param canCancel whether it can be given up
 * @param refundable whether anything of it can go back, by this viewer
 * @param left the amount that could go back
 * @param answers to what the event asks
 * @param canResend whether there is a mail to send again
 */
public record OrderDetail(
        ManageNav nav,
        String path,
        String code,
        Chip state,
        String buyer,
        String email,
        Bill bill,
        List<Ticket> tickets,
        List<Movement> money,
        List<Request> requests,
        boolean canCancel,
        boolean refundable,
        String left,
        boolean canResend,
        List<AnswerLine> answers,
        List<TimelineEntry> history,
        ZoneId zone,
        UUID id) {

    /** Where it stands who changed what of it; null for those who may not know. */
    public @Nullable String trailPath() {
        return nav.links().stream()
                .map(Link::path)
                .filter(path -> path != null && path.endsWith("/trail"))
                .findFirst()
                .map(path -> path + "?thing=" + id)
                .orElse(null);
    }

    /**
     * @param stake how its stake stands; null where its price is none
     * @param path where its commands go
     * @param refundable whether it can go back by itself
     * @param name of a new holder; null where there can be none, like {@code newEmail}
     * @param resendable whether it still brings somebody in
     */
    public record Ticket(
            String id,
            String holder,
            String email,
            String type,
            String code,
            Chip state,
            @Nullable String stake,
            boolean refundable,
            String path,
            @Nullable Field name,
            @Nullable Field newEmail,
            boolean resendable) {}

    /** A payment, a refund or a dispute. */
    public record Movement(String label, Chip state, String amount, Instant at) {}

    /**
     * @param consequences what an approval would do
     * @param approveQuestion null where there is nothing to decide, or not by this viewer
     * @param stock what becomes of the places
     */
    public record Request(
            String id,
            String reason,
            @Nullable String note,
            Chip state,
            List<String> consequences,
            @Nullable String approveQuestion,
            Field stock) {}
}
