package io.marquee.ledger.web;

import io.marquee.kernel.Wire;
import io.marquee.ledger.Cause;
import io.marquee.ledger.StatementFilter;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Text;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What is looked for, as it stands in the address. What is none of ours looks for everything. */
record StatementForm(@Nullable String month, @Nullable String kind) {

    StatementFilter filter() {
        return new StatementFilter(parsedMonth(), parsedKind());
    }

    private @Nullable YearMonth parsedMonth() {
        try {
            return month == null || month.isEmpty() ? null : YearMonth.parse(month);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Cause.@Nullable Kind parsedKind() {
        try {
            return kind == null || kind.isEmpty() ? null : Wire.parse(Cause.Kind.class, kind);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    List<Field> fields(List<YearMonth> months, List<Cause.Kind> kinds, Text text) {
        List<Option> ofMonth = new ArrayList<>(List.of(Option.of("", text.get("ledger.statement.month.any"))));
        months.forEach(m -> ofMonth.add(Option.of(m.toString(), month(m, text))));
        List<Option> ofKind = new ArrayList<>(List.of(Option.of("", text.get("ledger.statement.kind.any"))));
        kinds.forEach(k -> ofKind.add(Option.of(Wire.name(k), text.of("ledger.kind", k))));
        StatementFilter filter = filter();
        return List.of(
                Field.select("month", text.get("ledger.statement.month"), ofMonth)
                        .value(filter.month() == null ? "" : filter.month().toString()),
                Field.select("kind", text.get("ledger.statement.kind"), ofKind)
                        .value(filter.kind() == null ? "" : Wire.name(filter.kind())));
    }

    static String month(YearMonth month, Text text) {
        return text.month(month.atDay(1)) + " " + month.getYear();
    }

    String path(String path, @Nullable String cursor) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        StatementFilter filter = filter();
        if (filter.month() != null) address.queryParam("month", filter.month());
        if (filter.kind() != null) address.queryParam("kind", Wire.name(filter.kind()));
        if (cursor != null) address.queryParam("cursor", cursor);
        return address.encode().build().toUriString();
    }
}
