package io.marquee.ticketing.waiting.web;

import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;

/** The form with which somebody joins a line. */
public record JoinView(
        String event,
        String eventPath,
        String type,
        String action,
        Field name,
        Field email,
        Field quantity,
        String hint,
        FieldErrors errors) {}
