package io.marquee.ordering.web.manage;

import io.marquee.event.ManageNav;
import io.marquee.ordering.web.GuestFields;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.pricing.Bill;
import io.marquee.registration.AnswerGroup;
import java.time.Instant;
import java.util.List;

/**
 * What is kept for whoever stands at the counter: who comes, what the event asks, and how it is paid.
 *
 * @param back to the counter
 * @param seats that are kept; none where nobody sits
 */
public record CounterHoldPage(
        ManageNav nav,
        String path,
        String back,
        Instant now,
        Instant expiresAt,
        long holdSeconds,
        Bill bill,
        List<String> seats,
        List<GuestFields> guests,
        List<AnswerGroup> questions,
        List<Field> fields,
        FieldErrors errors) {}
