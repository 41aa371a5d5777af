package io.marquee.invoicing.web;

import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one order, and whom its invoice is for.
 *
 * @param back to the order
 * @param billing null where nothing can be said any more
 */
public record OrderDocuments(
        String back,
        boolean paid,
        List<DocumentRow> documents,
        @Nullable Form billing,
        FieldErrors errors) {

    /** @param question before an invoice is taken back; null where none was made */
    public record Form(
            String path,
            String title,
            String hint,
            List<Field> fields,
            String button,
            @Nullable String question,
            boolean open) {}
}
