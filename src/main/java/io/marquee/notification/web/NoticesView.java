package io.marquee.notification.web;

import io.marquee.platform.web.Pagination;
import java.util.List;

/** What a person is told. */
public record NoticesView(List<Row> rows, boolean unread, Pagination pagination) {
    /** @param about the topic and when */
    public record Row(String path, String subject, String about, boolean unread) {}
}
