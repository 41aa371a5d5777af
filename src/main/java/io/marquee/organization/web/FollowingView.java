package io.marquee.organization.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person follows. */
public record FollowingView(List<Row> rows) {

    /** @param path of the organization's page */
    public record Row(String name, String path, @Nullable String logo) {}
}
