package io.marquee.checkin.web;

import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import java.util.List;

/** An event's check-in lists. @param form for another one */
public record ListsView(DoorNav nav, List<Row> rows, List<Field> form, FieldErrors errors) {

    /**
     * One list.
     *
     * @param what its kind and rule
     * @param bounds gates, ticket types, hours, capacity
     * @param archive where it is archived
     */
    public record Row(String name, String what, String bounds, String archive) {}

    public String path() {
        return nav.path() + "/lists";
    }
}
