package io.marquee.ordering.web;

import io.marquee.platform.web.FieldErrors;
import io.marquee.registration.AnswerGroup;
import java.util.List;

/**
 * What the event asked a buyer.
 *
 * @param groups the fields in which it is answered; none once registration is locked
 * @param lines what was said, when it can't be changed any more
 */
public record AnswersPage(
        EventSummary event, String orderPath, List<AnswerGroup> groups, List<AnswerLine> lines, FieldErrors errors) {}
