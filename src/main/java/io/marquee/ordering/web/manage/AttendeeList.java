package io.marquee.ordering.web.manage;

import io.marquee.event.ManageNav;
import io.marquee.ordering.web.AnswerLine;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Pagination;
import java.util.List;

/** @param filtered whether something was searched for */
public record AttendeeList(
        ManageNav nav, String path, String query, List<Row> rows, Pagination pagination, boolean filtered) {

    public record Row(String name, String email, String type, String code, Chip state, List<AnswerLine> answers) {}
}
