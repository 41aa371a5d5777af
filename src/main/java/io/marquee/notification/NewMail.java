package io.marquee.notification;

import io.marquee.kernel.OrganizationId;
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
            Letter letter) {
        this(cause, kind, organization, recipient, order, null, letter);
    }
}
