package io.marquee.checkin.web;

import io.marquee.event.EventView;
import io.marquee.platform.web.FieldErrors;
import java.util.List;

/**
 * The scanner: no money, no contact data.
 *
 * @param code as typed, where it was not taken
 * @param dryRun whether scans only look
 * @param verdict of the scan that was just sent, or that it is ready for one
 * @param turnout "214 of 382 in"
 * @param gates that are called like an add-on, and that scans named before
 * @param addOns whether there are some
 * @param words for the scripts
 */
public record ScannerView(
        EventView event,
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

    public String path() {
        return path(event);
    }

    /** Where the scripts send scans. */
    public String api() {
        return "/api/v1/events/" + event.id() + "/check-ins";
    }

    /** Where to go from here. */
    public String leave() {
        return "/manage/events/" + event.slug() + "/check-ins";
    }

    static String path(EventView event) {
        return "/scanner/" + event.slug();
    }
}
