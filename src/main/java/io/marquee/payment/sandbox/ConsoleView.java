package io.marquee.payment.sandbox;

import io.marquee.platform.web.Chip;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The administrator's page about the sandbox. */
public record ConsoleView(
        String delivery,
        String lateSeconds,
        String settleSeconds,
        String disputeSeconds,
        List<Option> deliveryOptions,
        FieldErrors errors,
        List<Dispute> disputes,
        List<Delivery> deliveries) {

    public record Dispute(String path, String charge, String amount, Chip state) {}

    /** @param answer what the shop said last; null before the first try */
    public record Delivery(
            String path,
            String type,
            String charge,
            Chip state,
            int attempts,
            @Nullable String answer,
            String at) {}
}
