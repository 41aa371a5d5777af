package io.marquee.checkin.web;

import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import java.util.List;

/** What stands on the event's badges. @param preview the picture's address @param width of it, in pixels */
public record BadgeView(
        DoorNav nav, String path, List<Field> fields, String preview, int width, int height, FieldErrors errors) {}
