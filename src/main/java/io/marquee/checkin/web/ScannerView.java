package io.marquee.checkin.web;

import io.marquee.event.EventView;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Text;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scanner: no money, no contact data.
 *
 * @param event null in the page that opens without a network: its scripts know which event it is
 * @param code as typed, where it was not taken
 * @param dryRun whether scans only look
 * @param verdict of the scan that was just sent, or that it is ready for one
 * @param turnout "214 of 382 in"
 * @param gates that are called like an add-on, and that scans named before
 * @param addOns whether there are some
 * @param words for the scripts
 */
public record ScannerView(
        @Nullable EventView event,
        String code,
        String gate,
        String device,
        boolean dryRun,
        VerdictView verdict,
        FieldErrors errors,
        String turnout,
        List<String> gates,
        boolean addOns,
        List<ScannerWord> words) {

    /** Without an event, a name or a number: what every device may keep. */
    static ScannerView ofAnyEvent(Text text) {
        VerdictWords words = new VerdictWords(text, ZoneOffset.UTC, Instant.EPOCH);
        return new ScannerView(
                null,
                "",
                text.get("checkin.scanner.gate_default"),
                text.get("checkin.scanner.device_default"),
                false,
                words.ready(),
                FieldErrors.none(),
                "",
                List.of(),
                true,
                words.all());
    }

    public String path() {
        return event == null ? "/scanner" : path(event);
    }

    /** Where to go from here. */
    public String leave() {
        return event == null ? "/" : "/manage/events/" + event.slug() + "/check-ins";
    }

    public String title() {
        return event == null ? "" : event.details().title();
    }

    /** The event's id, for the scripts. */
    public @Nullable String id() {
        return event == null ? null : event.id().toString();
    }

    public @Nullable String zone() {
        return event == null ? null : event.details().timeZone().getId();
    }

    static String path(EventView event) {
        return "/scanner/" + event.slug();
    }
}
