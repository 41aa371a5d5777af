package io.marquee.ordering.web.manage;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.pricing.Bill;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Selling at the counter.
 *
 * @param path of the page
 * @param types a number of each, and its price where the buyer chooses that
 * @param code the field for one; null where the event has none
 * @param bill what is chosen costs; null where nothing is
 * @param fields who buys, and how it is paid; none where the event asks something, which comes first
 * @param seats where seats are picked; null where there are none
 * @param owed what waits to be handed out; blank where nothing does
 * @param sold what was sold last; null where nothing was
 */
public record BoxOfficePage(
        ManageNav nav,
        String path,
        List<Field> types,
        @Nullable Field code,
        @Nullable Bill bill,
        List<Field> fields,
        @Nullable String seats,
        @Nullable Sold sold,
        List<DrawerLine> drawers,
        String owed,
        FieldErrors errors) {

    /** @param path of the order as its buyer sees it, where tickets and receipt are printed from */
    public record Sold(String title, String change, String path) {}

    public record DrawerLine(
            String day, String seller, String method, String sales, String taken, String returned, String left) {}
}
