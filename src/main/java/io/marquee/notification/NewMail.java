package io.marquee.notification;

import io.marquee.kernel.OrganizationId;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.mail.Topic;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail to send.
 *
 * @param cause what happened; one cause makes one mail, however often it is heard of
 * @param kind such as {@code order_paid}
 * @param order whose tickets and calendar entry are attached
 * @param ticket the one that is attached
 */
record NewMail(
        String cause,
        String kind,
        Topic topic,
        @Nullable OrganizationId organization,
        String recipient,
        @Nullable UUID order,
        @Nullable Attached ticket,
        Letter letter) {

    /** One ticket, as long as its code has this serial. */
    record Attached(UUID id, int serial) {}

    NewMail(
            String cause,
            String kind,
            @Nullable OrganizationId organization,
            String recipient,
            @Nullable UUID order,
            @Nullable Attached ticket,
            Letter letter) {
        this(cause, kind, topicOf(kind), organization, recipient, order, ticket, letter);
    }

    NewMail(
            String cause,
            String kind,
            @Nullable OrganizationId organization,
            String recipient,
            @Nullable UUID order,
            Letter letter) {
        this(cause, kind, organization, recipient, order, null, letter);
    }

    /** Whether its recipient ends letters like it by a link in it. */
    boolean canBeEnded() {
        return topic.optional() || kind.equals(Digests.KIND);
    }

    /** Of those that everybody gets. */
    private static Topic topicOf(String kind) {
        return switch (kind) {
            case "verify", "sign_in", "reset", "purchases_link", "place_link", "personal_data" -> Topic.ACCOUNT;
            case "member_invited",
                    "co_organizer_invited",
                    "refund_requested",
                    "refund_refused",
                    "approval_requested",
                    "dispute_asked",
                    "dispute_dropped",
                    "dispute_opened",
                    "dispute_won",
                    "dispute_lost" -> Topic.TEAM;
            default -> Topic.PURCHASES;
        };
    }
}
