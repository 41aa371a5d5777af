package io.marquee.identity.web;

import io.marquee.platform.api.ApiScope;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Text;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the form for a token asks for. */
record TokenFields(
        String name, List<String> scopes, @Nullable Integer days) {
    private static final List<Integer> LIVES = List.of(30, 90, 365);

    static final TokenFields EMPTY = new TokenFields("", List.of(), LIVES.get(1));

    List<Field> fields(Text text, FieldErrors errors) {
        return List.of(
                Field.text("name", text.get("identity.tokens.name"))
                        .hint(text.get("identity.tokens.name_hint"))
                        .value(name)
                        .required()
                        .with("maxlength", "80")
                        .with("autocomplete", "off")
                        .error(errors.of("name")),
                Field.select("expiresInDays", text.get("identity.tokens.life"), lives(text))
                        .value(days == null ? "" : days)
                        .required()
                        .error(errors.of("expiresInDays")),
                Field.several("scopes", text.get("identity.tokens.scopes"), scopes(text))
                        .hint(text.get("identity.tokens.scopes_hint"))
                        .value(String.join("\n", scopes))
                        .required()
                        .error(errors.of("scopes")));
    }

    private static List<Option> lives(Text text) {
        return Stream.concat(
                        LIVES.stream().map(days -> Option.of(days.toString(), text.get("identity.tokens.days", days))),
                        Stream.of(Option.of("", text.get("identity.tokens.for_good"))))
                .toList();
    }

    private static List<Option> scopes(Text text) {
        return ApiScope.ALL.stream()
                .map(scope -> new Option(scope.toString(), words(scope, text), scope.toString()))
                .toList();
    }

    static String words(ApiScope scope, Text text) {
        return text.get(
                scope.write() ? "identity.tokens.write" : "identity.tokens.read",
                text.of("identity.tokens.area", scope.area()));
    }
}
