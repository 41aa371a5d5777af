package io.marquee.ordering.web;

import io.marquee.ordering.Ordering;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The buyer's details as they were typed. */
record CheckoutForm(String name, String email, List<Ordering.Attendee> attendees) {
    private static final CheckoutForm EMPTY = new CheckoutForm("", "", List.of());

    static CheckoutForm empty() {
        return EMPTY;
    }

    static CheckoutForm of(Map<String, String> fields, int tickets) {
        List<Ordering.Attendee> attendees = IntStream.range(0, tickets)
                .mapToObj(i -> new Ordering.Attendee(
                        fields.getOrDefault("attendees[" + i + "].name", ""),
                        fields.getOrDefault("attendees[" + i + "].email", "")))
                .toList();
        return new CheckoutForm(
                fields.getOrDefault("buyer.name", ""), fields.getOrDefault("buyer.email", ""), attendees);
    }

    Ordering.Placing placing(Visit visit, Locale locale) {
        return new Ordering.Placing(visit.hold().id(), name, email, anyNamed() ? attendees : List.of(), locale);
    }

    boolean anyNamed() {
        return attendees.stream()
                .anyMatch(a -> !a.name().isBlank() || !a.email().isBlank());
    }
}
