package io.marquee.payment.web;

import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Pagination;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A provider's books beside ours, for the administrator. */
public record ReconciliationPage(
        List<Link> tabs,
        List<Difference> differences,
        boolean decided,
        Pagination pagination,
        List<Run> runs,
        Pagination ofRuns,
        List<Field> fields,
        FieldErrors errors) {

    /**
     * @param path its decisions are below it
     * @param todo what a person can do about it
     * @param refund what goes back when somebody says so; null where nothing can
     */
    public record Difference(
            String path,
            String what,
            String detail,
            String todo,
            String about,
            String at,
            Chip state,
            boolean open,
            @Nullable String refund,
            List<String> history) {}

    /** @param covered beside charges; while it is under way, how far it has come */
    public record Run(
            String provider,
            String account,
            String span,
            String covered,
            Chip state,
            int charges,
            int repaired,
            int found,
            String took,
            @Nullable String error) {}
}
