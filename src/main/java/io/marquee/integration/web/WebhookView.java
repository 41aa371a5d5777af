package io.marquee.integration.web;

import io.marquee.organization.OrganizationNav;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Pagination;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Endpoints, or one with what was sent there.
 *
 * @param path where the form goes
 * @param rows of the list; empty on the page of one
 * @param log null on the list
 */
public record WebhookView(
        OrganizationNav nav,
        String path,
        List<Row> rows,
        List<Field> fields,
        FieldErrors errors,
        @Nullable Log log) {

    public record Row(String url, String types, Chip state, String path) {}

    /** @param notice what is wrong with it; null for nothing */
    public record Log(String url, String secret, @Nullable String notice, List<Sent> sent, Pagination pagination) {}

    /** @param detail tries, answer and when */
    public record Sent(String title, Chip state, String detail, String body, String answer, String path) {}
}
