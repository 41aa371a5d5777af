package io.marquee.privacy.web;

import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Text;
import io.marquee.privacy.DataStanding;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of somebody's own data.
 *
 * @param path below which its commands lie
 * @param exports in words
 * @param erasedAt when they are erased, in words; null where they did not ask for it
 * @param inTheWay why it was not done yet, in words
 * @param fields what an erasure asks for
 */
public record DataView(
        String path,
        List<String> exports,
        @Nullable String erasedAt,
        @Nullable String inTheWay,
        List<Field> fields,
        FieldErrors errors) {

    static DataView of(
            DataStanding standing, String path, ZoneId zone, List<Field> fields, FieldErrors errors, Text text) {
        DataStanding.InTheWay inTheWay = standing.inTheWay();
        return new DataView(
                path,
                standing.exports().stream()
                        .map(one -> text.get(
                                "privacy.export." + one.state(),
                                text.dateTime(one.createdAt(), zone),
                                text.dateTime(one.expiresAt(), zone)))
                        .toList(),
                standing.erasedAt() == null ? null : text.dateTime(standing.erasedAt(), zone),
                inTheWay == null ? null : text.get("refusal." + inTheWay.code(), inTheWay.names()),
                fields,
                errors);
    }
}
