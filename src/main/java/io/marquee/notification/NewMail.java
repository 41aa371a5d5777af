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
 */
record NewMail(
        String cause,
        String kind,
        @Nullable OrganizationId organization,
        String recipient,
        @Nullable UUID order,
        Letter letter) {}
