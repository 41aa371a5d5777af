package io.marquee.ticketing.web;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import java.util.List;

/**
 * The numbers that types share.
 *
 * @param path of the page
 * @param back the ticket types
 */
public record SharedQuotasView(ManageNav nav, String path, String back, List<Line> lines) {

    /**
     * @param types their names
     * @param taken in words
     */
    public record Line(String path, String name, String types, String taken, int size, int used) {}

    /** The form of one. @param types that could share it, to be ticked; none for one that is there */
    public record Form(
            ManageNav nav,
            String title,
            String action,
            String back,
            List<Field> fields,
            List<Field> types,
            FieldErrors errors) {}
}
