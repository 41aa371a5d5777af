package io.marquee.trail.web;

import io.marquee.audit.TrailFilter;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the address of a list asks for, as it was typed. What makes no sense is not looked at. */
record TrailQuery(
        @Nullable String thing,
        @Nullable String subject,
        @Nullable String actor,
        @Nullable String from,
        @Nullable String until) {
    /** What there is to choose from. */
    private static final List<String> SUBJECTS = List.of(
            "event",
            "ticket_type",
            "quota",
            "price_rule",
            "promo_code",
            "question",
            "picture",
            "team_invitation",
            "event_role",
            "order",
            "ticket",
            "refund",
            "payment",
            "guest",
            "guest_rule",
            "blast",
            "chat",
            "task",
            "series",
            "session",
            "speaker",
            "feedback_question",
            "check_in_list",
            "badge",
            "device",
            "organization",
            "membership",
            "member_invitation",
            "seller",
            "webhook",
            "payout_account",
            "stake_terms");

    TrailFilter filter(ZoneId zone) {
        LocalDate last = date(until);
        return new TrailFilter(
                id(thing),
                subject == null || subject.isBlank() || subject.indexOf('\0') >= 0 ? null : subject,
                id(actor),
                start(date(from), zone),
                start(last == null ? null : last.plusDays(1), zone));
    }

    private static @Nullable Instant start(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null || text.isBlank() || text.length() > 10 ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null || text.length() != 36 ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    boolean narrows() {
        return Stream.of(thing, subject, actor, from, until).anyMatch(part -> part != null && !part.isBlank());
    }

    List<Field> fields(Text text) {
        List<Option> subjects = new ArrayList<>();
        subjects.add(Option.of("", text.get("trail.filter.all")));
        SUBJECTS.stream()
                .map(one -> Option.of(one, TrailRows.subject(one, text)))
                .sorted(Comparator.comparing(Option::label))
                .forEach(subjects::add);
        return List.of(
                Field.select("subject", text.get("trail.filter.subject"), subjects)
                        .value(subject)
                        .required(),
                Field.date("from", text.get("trail.filter.from")).value(from),
                Field.date("until", text.get("trail.filter.until")).value(until));
    }

    /** The same question, for the next part of the list. */
    String next(String here, String cursor) {
        return here + "?"
                + Stream.of("thing", thing, "subject", subject, "actor", actor, "from", from, "until", until)
                        .collect(Collectors.collectingAndThen(Collectors.toList(), TrailQuery::joined))
                + "cursor=" + cursor;
    }

    private static String joined(List<@Nullable String> pairs) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < pairs.size(); i += 2) {
            String value = pairs.get(i + 1);
            if (value != null && !value.isBlank()) {
                query.append(pairs.get(i))
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                        .append('&');
            }
        }
        return query.toString();
    }
}
