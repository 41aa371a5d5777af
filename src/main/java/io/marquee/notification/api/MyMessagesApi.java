package io.marquee.notification.api;

import io.marquee.kernel.InvalidInput;
import io.marquee.notification.Channel;
import io.marquee.notification.MessagePreferences;
import io.marquee.notification.MessagePreferences.Chosen;
import io.marquee.notification.Way;
import io.marquee.platform.mail.Topic;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which messages one gets, and how. */
@RestController
@RequestMapping("/api/v1/me/messages")
@Tag(name = "Me")
class MyMessagesApi {
    private final MessagePreferences preferences;

    MyMessagesApi(MessagePreferences preferences) {
        this.preferences = preferences;
    }

    record Choice(Topic topic, Channel channel, boolean wanted) {}

    /** @param topic null for everything optional */
    record Stopped(
            UUID id,
            @Nullable String organization,
            @Nullable Topic topic) {}

    /**
     * @param digest whether a mail comes each morning about what is not read
     * @param tracked whether organizers may hear that you open their mail
     */
    record Messages(List<Choice> choices, List<Stopped> stopped, boolean digest, boolean tracked) {}

    @GetMapping
    @Operation(summary = "Tell which messages you get by which channel, and which organizations may not write to you")
    Messages show() {
        Chosen chosen = preferences.mine();
        return new Messages(
                Way.choices().stream()
                        .map(way -> new Choice(way.topic(), way.channel(), chosen.wants(way)))
                        .toList(),
                chosen.stopped().stream()
                        .map(one -> new Stopped(one.id(), one.organization(), one.topic()))
                        .toList(),
                chosen.digest(),
                chosen.tracked());
    }

    record Wish(
            @Schema(example = "news") @Nullable Topic topic,
            @Schema(example = "email") @Nullable Channel channel,
            @Schema(example = "false") @Nullable Boolean wanted) {}

    record Change(
            @Schema(example = "[{\"topic\": \"news\", \"channel\": \"email\", \"wanted\": false}]") @Nullable
            List<@Nullable Wish> choices,

            @Schema(example = "true") @Nullable Boolean digest,
            @Schema(example = "false") @Nullable Boolean tracked) {}

    @PatchMapping
    @Operation(summary = "Choose which messages you get; what is left out stays as it is")
    Messages change(@RequestBody Change change) {
        preferences.change(ways(change.choices() == null ? List.of() : change.choices()));
        if (change.digest() != null) preferences.digest(change.digest());
        if (change.tracked() != null) preferences.track(change.tracked());
        return show();
    }

    @DeleteMapping("/stopped/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let an organization write to you again")
    void again(@PathVariable UUID id) {
        preferences.again(id);
    }

    private static Map<Way, Boolean> ways(List<@Nullable Wish> wishes) {
        Map<Way, Boolean> ways = new LinkedHashMap<>();
        for (int i = 0; i < wishes.size(); i++) {
            Wish wish = wishes.get(i);
            if (wish == null || wish.topic() == null || wish.channel() == null || wish.wanted() == null) {
                throw InvalidInput.at("choices." + i, "required");
            }
            Way way = new Way(wish.topic(), wish.channel());
            if (!way.isChoice()) throw InvalidInput.at("choices." + i, "always_sent");
            ways.put(way, wish.wanted());
        }
        return ways;
    }
}
