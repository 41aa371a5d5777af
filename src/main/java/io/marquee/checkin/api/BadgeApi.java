package io.marquee.checkin.api;

import io.marquee.checkin.label.BadgeTemplate;
import io.marquee.checkin.label.Badges;
import io.marquee.checkin.label.Label;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What stands on an event's badges. */
@RestController
@RequestMapping("/api/v1/events/{event}/door/badge")
@Tag(name = "Check-in")
class BadgeApi {
    private final Badges badges;

    BadgeApi(Badges badges) {
        this.badges = badges;
    }

    /**
     * @param size 62x29, 89x36, 100x50 or 102x76 millimetres
     * @param parts beside the name and the code: type, seat, event, logo
     * @param questions whose answers, three at most; null for the first that is marked for the door
     */
    record Badge(
            @Schema(example = "89x36") @Nullable String size,
            @Nullable List<BadgeTemplate.@Nullable Part> parts,
            @Nullable List<@Nullable UUID> questions) {

        static Badge of(BadgeTemplate template) {
            List<UUID> asked = template.questions();
            return new Badge(
                    template.size().word(), List.copyOf(template.parts()), asked == null ? null : List.copyOf(asked));
        }

        BadgeTemplate template() {
            return new BadgeTemplate(
                    size == null ? BadgeTemplate.USUAL.size() : Label.Size.of(size),
                    parts == null
                            ? BadgeTemplate.USUAL.parts()
                            : parts.stream().filter(Objects::nonNull).toList(),
                    questions == null
                            ? null
                            : questions.stream().filter(Objects::nonNull).toList());
        }
    }

    @GetMapping
    @Operation(summary = "What stands on an event's badges")
    Badge read(@PathVariable String event) {
        return Badge.of(badges.of(event));
    }

    @PutMapping
    @Operation(
            summary = "Say what stands on an event's badges",
            description = "The name and the code always do. What is left out is as usual. PDF and ZPL follow at once.")
    Badge set(@PathVariable String event, @RequestBody Badge badge) {
        return Badge.of(badges.set(event, badge.template()));
    }
}
