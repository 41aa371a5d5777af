package io.marquee.ticketing.web;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Option;
import java.util.List;

/**
 * The form of one ticket type.
 *
 * @param action where it goes
 * @param back the list
 * @param zone the event's, as people write it
 * @param note what is held and sold already; empty where nothing is
 */
public record TicketTypeFormView(
        ManageNav nav,
        TicketTypeForm form,
        FieldErrors errors,
        String title,
        String action,
        String back,
        String zone,
        String note,
        List<Option> currencies,
        List<Link> steps) {}
