package io.marquee.checkin.web;

import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;

/** Whether the event's codes move. */
public record CodesView(DoorNav nav, String path, Field moving, FieldErrors errors) {}
