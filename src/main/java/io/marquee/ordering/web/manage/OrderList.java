package io.marquee.ordering.web.manage;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Pagination;
import java.util.List;

/** @param filtered whether something was searched for */
public record OrderList(
        ManageNav nav,
        String path,
        String query,
        List<Option> states,
        String state,
        List<OrderRows.Row> rows,
        Pagination pagination,
        boolean filtered) {}
