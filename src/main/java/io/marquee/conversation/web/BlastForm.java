package io.marquee.conversation.web;

import io.marquee.conversation.blast.BlastDraft;
import io.marquee.conversation.blast.Segment;
import io.marquee.event.EventView;
import io.marquee.guest.GuestList;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.TimeField;
import io.marquee.ticketing.TicketTypeReads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form in which a team writes to its guests. */
@Component
class BlastForm {
    private final GuestList guests;
    private final TicketTypeReads types;

    BlastForm(GuestList guests, TicketTypeReads types) {
        this.guests = guests;
        this.types = types;
    }

    /** What it begins with. */
    static final Map<String, String> EMPTY = Map.of("segment", "going", "byEmail", "true", "inApp", "true");

    /** @throws io.marquee.kernel.InvalidInput at {@code segment} or {@code sendAt} */
    static BlastDraft read(EventView event, Map<String, String> typed) {
        return new BlastDraft(
                typed.getOrDefault("subject", ""),
                typed.getOrDefault("body", "").replace("\r\n", "\n"),
                Segment.parse(typed.getOrDefault("segment", "")),
                "true".equals(typed.get("byEmail")),
                "true".equals(typed.get("inApp")),
                TimeField.parse("sendAt", typed.get("sendAt"), event.details().timeZone()));
    }

    /** Null for at once, and for what is no time: sending says so. */
    static @Nullable Instant sendAt(EventView event, Map<String, String> typed) {
        try {
            return TimeField.parse(
                    "sendAt", typed.get("sendAt"), event.details().timeZone());
        } catch (InvalidInput noTime) {
            return null;
        }
    }

    List<Field> fields(EventView event, Map<String, String> typed, FieldErrors errors, Text text) {
        String zone = event.details().timeZone().getId();
        return List.of(
                Field.select("segment", text.get("conversation.blast.segment"), segments(event, text))
                        .required()
                        .value(typed.get("segment"))
                        .error(errors.of("segment")),
                Field.text("subject", text.get("conversation.blast.subject"))
                        .required()
                        .with("maxlength", String.valueOf(BlastDraft.LONGEST_SUBJECT))
                        .value(typed.get("subject"))
                        .error(errors.of("subject")),
                Field.textarea("body", text.get("conversation.blast.body"))
                        .required()
                        .with("rows", "10")
                        .with("maxlength", String.valueOf(BlastDraft.LONGEST_BODY))
                        .hint(text.get("conversation.blast.body.hint"))
                        .value(typed.get("body"))
                        .error(errors.of("body")),
                Field.checkbox("byEmail", text.get("conversation.blast.by_email"))
                        .value(typed.get("byEmail"))
                        .error(errors.of("byEmail")),
                Field.checkbox("inApp", text.get("conversation.blast.in_app"))
                        .hint(text.get("conversation.blast.in_app.hint"))
                        .value(typed.get("inApp")),
                Field.dateTime("sendAt", text.get("conversation.blast.send_at"))
                        .hint(text.get("conversation.blast.send_at.hint", zone))
                        .value(typed.get("sendAt"))
                        .error(errors.of("sendAt")));
    }

    private List<Option> segments(EventView event, Text text) {
        List<Option> options = new ArrayList<>();
        for (Segment.Kind kind : Segment.Kind.values()) {
            switch (kind) {
                case GOING, MAYBE, WAITING, SILENT, CHECKED_IN, NOT_CHECKED_IN ->
                    options.add(option(new Segment(kind, null, null), text.of("conversation.segment", kind)));
                case TICKET_TYPE ->
                    types.all(event.id())
                            .forEach(type -> options.add(option(
                                    new Segment(kind, type.id().value(), null),
                                    text.get("conversation.segment.ticket_type", type.name()))));
                case TAG ->
                    guests.tags(event)
                            .forEach(tag -> options.add(
                                    option(new Segment(kind, null, tag), text.get("conversation.segment.tag", tag))));
            }
        }
        return options;
    }

    /** A segment in words; what it names may be gone by now. */
    String words(EventView event, Segment segment, Text text) {
        return segments(event, text).stream()
                .filter(option -> option.value().equals(segment.word()))
                .map(Option::label)
                .findFirst()
                .orElseGet(() -> text.get("conversation.segment.gone"));
    }

    private static Option option(Segment segment, String label) {
        return Option.of(segment.word(), label);
    }
}
