package io.marquee.ordering.web;

import io.marquee.ordering.Ordering;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.HoldView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Who comes with one ticket, to be typed. @param title which ticket it is */
public record GuestFields(String title, Field name, Field email) {

    /** None for a single ticket: that is its buyer's. */
    public static List<GuestFields> of(HoldView hold, List<Ordering.Attendee> typed, FieldErrors errors, Text text) {
        List<GuestFields> guests = new ArrayList<>();
        for (HoldView.Line line : hold.items()) {
            for (int i = 0; i < line.quantity(); i++) {
                guests.add(of(guests.size(), line.name(), typed, errors, text));
            }
        }
        return guests.size() > 1 ? guests : List.of();
    }

    private static GuestFields of(int index, String type, List<Ordering.Attendee> all, FieldErrors errors, Text text) {
        Ordering.Attendee typed = index < all.size() ? all.get(index) : new Ordering.Attendee("", "");
        String field = "attendees[" + index + "].";
        return new GuestFields(
                text.get("ordering.checkout.guest", index + 1, type),
                Field.text(field + "name", text.get("ordering.checkout.guest.name"))
                        .with("autocomplete", "off")
                        .with("maxlength", "120")
                        .value(typed.name())
                        .error(errors.of(field + "name")),
                Field.email(field + "email", text.get("ordering.checkout.guest.email"))
                        .with("autocomplete", "off")
                        .value(typed.email())
                        .error(errors.of(field + "email")));
    }

    /** What was typed into them. */
    public static List<Ordering.Attendee> read(Map<String, String> fields, int tickets) {
        return IntStream.range(0, tickets)
                .mapToObj(i -> new Ordering.Attendee(
                        fields.getOrDefault("attendees[" + i + "].name", ""),
                        fields.getOrDefault("attendees[" + i + "].email", "")))
                .toList();
    }

    public static boolean anyNamed(List<Ordering.Attendee> attendees) {
        return attendees.stream()
                .anyMatch(a -> !a.name().isBlank() || !a.email().isBlank());
    }
}
