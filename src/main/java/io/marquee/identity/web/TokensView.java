package io.marquee.identity.web;

import io.marquee.identity.ApiTokenView;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Text;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The page of a person's tokens.
 *
 * @param secret of the one that was just made, told this once
 */
public record TokensView(
        List<Row> rows,
        List<Field> fields,
        FieldErrors errors,
        @Nullable String secret) {

    /** @param scopes each in words */
    public record Row(UUID id, String name, List<String> scopes, String used, String life) {}

    static TokensView of(
            List<ApiTokenView> tokens,
            ZoneId zone,
            TokenFields typed,
            @Nullable String secret,
            FieldErrors errors,
            Text text) {
        return new TokensView(
                tokens.stream().map(token -> row(token, zone, text)).toList(),
                typed.fields(text, errors),
                errors,
                secret);
    }

    private static Row row(ApiTokenView token, ZoneId zone, Text text) {
        return new Row(
                token.id(),
                token.name(),
                token.scopes().stream()
                        .map(scope -> TokenFields.words(scope, text))
                        .toList(),
                token.lastUsedAt() == null
                        ? text.get("identity.tokens.unused")
                        : text.get(
                                "identity.tokens.used",
                                text.dateTime(token.lastUsedAt(), zone),
                                token.lastUsedFrom() == null ? "" : token.lastUsedFrom()),
                token.expiresAt() == null
                        ? text.get("identity.tokens.made", text.dateTime(token.createdAt(), zone))
                        : text.get(
                                "identity.tokens.made_until",
                                text.dateTime(token.createdAt(), zone),
                                text.dateTime(token.expiresAt(), zone)));
    }
}
