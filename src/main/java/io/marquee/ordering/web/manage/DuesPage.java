package io.marquee.ordering.web.manage;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.Pagination;
import java.util.List;
import java.util.UUID;

/**
 * What waits at the counter for its buyers.
 *
 * @param path of the page
 * @param total of all of it; blank where nothing waits
 */
public record DuesPage(ManageNav nav, String path, String query, String total, List<Row> rows, Pagination pagination) {

    public record Row(
            UUID id, String orderPath, String code, String buyer, String amount, String method, String since) {}
}
