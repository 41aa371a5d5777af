package io.marquee.platform.web;

import io.marquee.kernel.Wire;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A short word about a state, for {@code ui/chip.jte}. */
public record Chip(String label, Tone tone) {
    private static final Map<Tone, String> WORDS = Map.of(
            Tone.LIVE, "live",
            Tone.GOOD,
                    "published on_sale active paid succeeded issued checked_in won going offered admitted free approved verified done accepted served sent on_track",
            Tone.WARN,
                    "pending partially_refunded requires_action processing authorised requested under_review pending_approval few_left waiting sending"
                            + " already_in outside_hours wrong_gate not_approved needs_authentication at_risk bounced",
            Tone.BAD,
                    "cancelled failed needs_response lost forfeited sold_out wrong_event forged device_revoked unknown revoked suspended behind",
            Tone.INFO,
                    "staked invited interested maybe waitlisted scheduled transferred hidden postponed running offered");

    /** A chip for a state's word on the wire ("partially_refunded"), labelled by the key {@code ui.state.<word>}. */
    public static Chip of(Text text, String word) {
        return new Chip(text.get("ui.state." + word), tone(word));
    }

    /**
     * A chip for a state, by its name in lower case. Where a language has another word for the same state of another thing, the key
     * ends in the enum's name too: {@code ui.state.cancelled.eventstate}.
     */
    public static Chip of(Text text, Enum<?> state) {
        var word = Wire.name(state);
        var own = "ui.state." + word + "."
                + state.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT);
        return text.has(own) ? new Chip(text.get(own), tone(word)) : of(text, word);
    }

    /** A word without a dot or a feeling: a category, a tag. */
    public static Chip plain(String label) {
        return new Chip(label, Tone.PLAIN);
    }

    /** How a state feels; what is over or not begun has no feeling. */
    public static Tone tone(String word) {
        return WORDS.entrySet().stream()
                .filter(entry -> List.of(entry.getValue().split(" ")).contains(word))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Tone.PLAIN);
    }
}
