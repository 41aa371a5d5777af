package io.marquee.ordering.web.manage;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.Field;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The team decides what goes back, and reads what that does before it does it.
 *
 * @param path of the order
 * @param left what could still go back
 * @param preview null until something was chosen that can go back
 * @param refusal why what was chosen can't; null where it can
 */
public record RefundPage(
        ManageNav nav,
        String path,
        String code,
        String left,
        List<Field> fields,
        @Nullable Preview preview,
        @Nullable String refusal) {

    /**
     * @param consequences sentences: who gets what, which tickets end, what happens to their places
     * @param submit the button, with the amount
     */
    public record Preview(
            List<String> consequences,
            String submit,
            List<UUID> tickets,
            String amount,
            String stock,
            String reason,
            String key,
            String cash) {}
}
