package io.marquee.registration.web;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import java.util.List;

/** A question to be written or changed. */
public record QuestionFormView(
        ManageNav nav, String title, String action, String back, List<Field> fields, FieldErrors errors) {}
