package io.marquee.guest.web;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import java.util.List;

/**
 * What was understood of a file, before anybody is asked.
 *
 * @param many how many would be asked
 * @param rows the first of them
 * @param unused columns that nothing was read from; empty for none
 * @param table all of them, packed, as it is sent back
 */
public record InvitationPreviewPage(
        ManageNav nav,
        String back,
        String path,
        int many,
        List<Row> rows,
        List<LeftOut> leftOut,
        String unused,
        String table,
        List<Field> fields,
        FieldErrors errors) {

    public record Row(String line, String name, String email, String allowance, String tags) {}

    public record LeftOut(String line, String text, String why) {}
}
