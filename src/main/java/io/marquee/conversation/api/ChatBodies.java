package io.marquee.conversation.api;

import io.marquee.conversation.chat.Entrance;
import io.marquee.conversation.chat.MessageView;
import io.marquee.conversation.chat.ReportView;
import io.marquee.conversation.chat.RoomPhase;
import io.marquee.conversation.chat.RoomRules;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A room as programs see it. */
final class ChatBodies {
    private ChatBodies() {}

    /**
     * @param phase off, early, open or over
     * @param team whether you are of the event's team
     */
    record RoomResource(
            RoomPhase phase,
            Instant opensAt,
            Instant closesAt,
            int slowSeconds,
            boolean team,
            boolean moderates,
            List<MessageResource> pinned) {
        static RoomResource of(Entrance me, RoomRules rules, RoomPhase phase, List<MessageView> pinned) {
            return new RoomResource(
                    phase,
                    rules.opens(me.event()),
                    rules.closes(me.event()),
                    rules.slowSeconds(),
                    me.team(),
                    me.moderates(),
                    pinned.stream().map(MessageResource::of).toList());
        }
    }

    /** @param text empty once it was deleted */
    record MessageResource(
            UUID id,
            UUID member,
            String name,
            String handle,
            boolean team,
            String text,
            Instant at,
            long change,
            boolean pinned,
            boolean deleted) {
        static MessageResource of(MessageView message) {
            return new MessageResource(
                    message.id(),
                    message.by().id(),
                    message.by().name(),
                    message.by().handle(),
                    message.by().team(),
                    message.body(),
                    message.at(),
                    message.change(),
                    message.pinned(),
                    message.deleted());
        }
    }

    record Changes(List<MessageResource> items) {}

    record NewMessage(
            @Schema(
                    description = "up to 1,000 characters; @name mentions somebody",
                    example = "See you there, @ada-lind")
            @Nullable
            String body) {
        String text() {
            return Objects.requireNonNullElse(body, "");
        }
    }

    record NewReport(
            @Schema(description = "up to 500 characters", example = "This is an advert.") @Nullable
            String reason) {}

    /** What is left out is as it is at first. */
    record Rules(
            @Schema(description = "whether there is a chat", example = "true") @Nullable
            Boolean active,

            @Schema(description = "before the start, 0 to 720", example = "48") @Nullable
            Integer opensHours,

            @Schema(description = "after the end, 0 to 720", example = "24") @Nullable
            Integer closesHours,

            @Schema(description = "between two messages of one guest, 0 to 3600", example = "0") @Nullable
            Integer slowSeconds) {
        RoomRules rules() {
            RoomRules first = RoomRules.NONE;
            return new RoomRules(
                    Boolean.TRUE.equals(active),
                    Objects.requireNonNullElse(opensHours, first.opensHours()),
                    Objects.requireNonNullElse(closesHours, first.closesHours()),
                    Objects.requireNonNullElse(slowSeconds, first.slowSeconds()));
        }

        static Rules of(RoomRules rules) {
            return new Rules(rules.active(), rules.opensHours(), rules.closesHours(), rules.slowSeconds());
        }
    }

    record Reports(List<Reported> items) {}

    record Reported(MessageResource message, String by, String reason, Instant at) {
        static Reported of(ReportView report) {
            return new Reported(MessageResource.of(report.message()), report.by(), report.reason(), report.at());
        }
    }
}
