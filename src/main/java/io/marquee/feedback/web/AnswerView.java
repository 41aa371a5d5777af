package io.marquee.feedback.web;

import io.marquee.event.EventView;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.registration.AnswerGroup;
import java.util.List;

/**
 * The question to somebody who came.
 *
 * @param answered whether they have answered already, and may still change it
 * @param questions the team's own
 */
public record AnswerView(
        EventView event,
        String path,
        boolean answered,
        List<Field> fields,
        List<AnswerGroup> questions,
        FieldErrors errors) {}
