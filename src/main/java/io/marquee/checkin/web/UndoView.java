package io.marquee.checkin.web;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;

/** The question whether to take an admission back. @param detail who was let in, when and where */
public record UndoView(ManageNav nav, String path, String detail, Field reason, FieldErrors errors) {}
