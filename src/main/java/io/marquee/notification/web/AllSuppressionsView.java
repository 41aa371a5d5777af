package io.marquee.notification.web;

import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Pagination;
import java.util.List;

/** Addresses that are not written to, of all organizations. */
public record AllSuppressionsView(
        List<SuppressionsView.Row> rows, String wanted, Pagination pagination, List<Field> entry, FieldErrors errors) {}
