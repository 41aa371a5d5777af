package io.marquee.ordering.web.manage;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import java.util.List;

/** Tickets to be taken back without money. @param path of the order */
public record TicketCancellationPage(ManageNav nav, String path, String code, List<Field> fields, FieldErrors errors) {}
