package io.marquee.payment.web;

import io.marquee.organization.OrganizationNav;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dispute and what is said to it.
 *
 * @param sentence what its state means for the owner
 * @param texts of the form; empty where nothing can be said any more
 * @param upload to add a file; null where nothing can be said any more
 * @param kinds of files
 * @param said what was put together: texts where they can't be changed any more, and files
 */
public record DisputePage(
        OrganizationNav nav,
        List<Link> crumbs,
        String path,
        String heading,
        Chip state,
        String sentence,
        List<String> facts,
        String ordersPath,
        List<Field> texts,
        @Nullable Field kinds,
        @Nullable Field upload,
        List<Said> said,
        boolean canSubmit,
        FieldErrors errors) {

    /**
     * @param filePath of a file that we have; null for texts
     * @param removePath null where it stays
     */
    public record Said(
            String label,
            String what,
            @Nullable String filePath,
            @Nullable String removePath) {}
}
