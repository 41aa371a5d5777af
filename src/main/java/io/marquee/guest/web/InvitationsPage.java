package io.marquee.guest.web;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asking people to come.
 *
 * @param linkFor whom a link of their own is made for
 * @param once sent along, so that a form that is sent twice makes one guest
 * @param remind what the button says; null where there is nobody to remind
 * @param rules how the event takes answers; empty for whoever may not edit it
 */
public record InvitationsPage(
        ManageNav nav,
        String path,
        String list,
        List<Field> fields,
        FieldErrors errors,
        Field linkFor,
        String once,
        @Nullable String remind,
        List<Field> rules) {}
