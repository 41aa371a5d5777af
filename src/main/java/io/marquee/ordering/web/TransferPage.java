package io.marquee.ordering.web;

import io.marquee.event.EventView;
import io.marquee.kernel.Wire;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.transfer.TransferState;
import io.marquee.ticketing.transfer.TransferView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket on offer, as its recipient sees it.
 *
 * @param name of whoever accepts; null once it is decided
 */
public record TransferPage(
        EventSummary event,
        String path,
        String title,
        String detail,
        String ticketType,
        @Nullable Field name) {

    static TransferPage of(
            String path,
            TransferView transfer,
            EventView event,
            String typed,
            FieldErrors errors,
            Instant now,
            Text text) {
        boolean open = transfer.open(now);
        TransferState state =
                transfer.state() == TransferState.OFFERED && !open ? TransferState.EXPIRED : transfer.state();
        String key = "ordering.transfer." + (open ? "offered" : "is_" + Wire.name(state));
        return new TransferPage(
                EventSummary.of(event, text),
                path,
                text.get(key + ".title", transfer.fromName()),
                text.get(
                        key + ".detail",
                        transfer.fromName(),
                        text.dateTime(transfer.expiresAt(), event.details().timeZone())),
                transfer.ticketTypeName(),
                open
                        ? Field.text("name", text.get("ordering.transfer.name"))
                                .with("autocomplete", "name")
                                .with("maxlength", "120")
                                .hint(text.get("ordering.transfer.name.hint", transfer.toEmail()))
                                .value(typed)
                                .error(errors.of("name"))
                                .required()
                        : null);
    }
}
