package io.marquee.integration.web;

import io.marquee.integration.web.WebhookView.Log;
import io.marquee.integration.web.WebhookView.Row;
import io.marquee.integration.web.WebhookView.Sent;
import io.marquee.integration.webhook.DeliveryView;
import io.marquee.integration.webhook.EndpointView;
import io.marquee.integration.webhook.HappeningType;
import io.marquee.kernel.Slice;
import io.marquee.kernel.Wire;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Pagination;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.Tone;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Endpoints and what was sent there, in words. */
final class WebhookWords {
    private WebhookWords() {}

    static Row row(EndpointView endpoint, String path, Text text) {
        String types = endpoint.types().stream()
                .map(type -> text.of("integration.happening", type))
                .collect(Collectors.joining(" · "));
        return new Row(endpoint.url(), types, state(endpoint, text), path + "/" + endpoint.id());
    }

    static List<Field> fields(String url, Set<HappeningType> types, FieldErrors errors, Text text) {
        return List.of(
                Field.text("url", text.get("integration.webhooks.url"))
                        .with("type", "url")
                        .hint(text.get("integration.webhooks.url.hint"))
                        .required()
                        .value(url)
                        .error(errors.of("url")),
                Field.several(
                                "types",
                                text.get("integration.webhooks.types"),
                                Arrays.stream(HappeningType.values())
                                        .map(type -> Option.of(Wire.name(type), text.of("integration.happening", type)))
                                        .toList())
                        .required()
                        .value(types.stream().map(Wire::name).collect(Collectors.joining("\n")))
                        .error(errors.of("types")));
    }

    static Log log(
            EndpointView endpoint,
            String secret,
            Slice<DeliveryView> some,
            String path,
            @Nullable String cursor,
            Text text) {
        String next = some.next();
        return new Log(
                endpoint.url(),
                secret,
                notice(endpoint, text),
                some.items().stream().map(one -> sent(one, path, text)).toList(),
                new Pagination(
                        cursor == null ? null : path,
                        next == null ? null : path + "?cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8)));
    }

    private static Sent sent(DeliveryView one, String path, Text text) {
        Tone tone = switch (one.state()) {
            case WAITING -> Tone.WARN;
            case DELIVERED -> Tone.GOOD;
            case FAILED -> Tone.BAD;
        };
        String answer = one.status() == null
                ? text.get("integration.webhooks.no_answer")
                : text.get("integration.webhooks.status", one.status().toString());
        String detail = text.get("integration.webhooks.tried", one.attempts())
                + (one.triedAt() == null ? "" : " · " + answer + " · " + time(one.triedAt(), text));
        return new Sent(
                text.of("integration.happening", one.type()) + " · " + time(one.createdAt(), text),
                new Chip(text.of("integration.delivery", one.state()), tone),
                detail,
                one.body(),
                Objects.requireNonNullElse(one.answer(), ""),
                path + "/deliveries/" + one.id() + "/replays");
    }

    private static Chip state(EndpointView endpoint, Text text) {
        String notice = notice(endpoint, text);
        if (notice == null) return new Chip(text.get("integration.webhooks.works"), Tone.GOOD);
        else return new Chip(notice, endpoint.disabledAt() == null ? Tone.WARN : Tone.BAD);
    }

    private static @Nullable String notice(EndpointView endpoint, Text text) {
        if (endpoint.disabledAt() != null)
            return text.get("integration.webhooks.disabled", time(endpoint.disabledAt(), text));
        else if (endpoint.failingSince() != null)
            return text.get("integration.webhooks.failing", time(endpoint.failingSince(), text));
        else return null;
    }

    private static String time(Instant at, Text text) {
        return text.dateTime(at, ZoneOffset.UTC);
    }
}
