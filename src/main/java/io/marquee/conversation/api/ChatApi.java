package io.marquee.conversation.api;

import io.marquee.conversation.api.ChatBodies.MessageResource;
import io.marquee.conversation.api.ChatBodies.NewMessage;
import io.marquee.conversation.api.ChatBodies.NewReport;
import io.marquee.conversation.api.ChatBodies.RoomResource;
import io.marquee.conversation.chat.Chat;
import io.marquee.conversation.chat.Entrance;
import io.marquee.conversation.chat.Entrances;
import io.marquee.conversation.chat.Room;
import io.marquee.conversation.chat.RoomStreams;
import io.marquee.kernel.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** An event's room, for those who come and for its team; a guest's or an order's token will do. */
@RestController
@RequestMapping("/api/v1/events/{event}/chat")
@Tag(name = "Chat")
class ChatApi {
    private final Entrances entrances;
    private final Room room;
    private final Chat chat;
    private final RoomStreams streams;

    ChatApi(Entrances entrances, Room room, Chat chat, RoomStreams streams) {
        this.entrances = entrances;
        this.room = room;
        this.chat = chat;
        this.streams = streams;
    }

    @Operation(summary = "Tell when the chat is open, and what is pinned")
    @GetMapping
    RoomResource show(@PathVariable String event) {
        Entrance me = entrances.into(event);
        return RoomResource.of(me, room.rules(me.event()), room.phase(me.event()), room.pinned(me));
    }

    @Operation(
            summary = "List what was said, newest first",
            description =
                    "changes in each message counts on with what is posted or changed: the stream tells the last one.")
    @GetMapping("/messages")
    Slice<MessageResource> messages(
            @PathVariable String event,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit) {
        return room.log(entrances.into(event), cursor, limit).messages().map(MessageResource::of);
    }

    @Operation(
            summary = "List what was posted, changed or deleted since",
            description = "In the order of their changes; at most 200: ask again from the last one.")
    @GetMapping("/changes")
    ChatBodies.Changes changes(@PathVariable String event, @RequestParam(defaultValue = "0") long since) {
        return new ChatBodies.Changes(room.since(entrances.into(event), since).stream()
                .map(MessageResource::of)
                .toList());
    }

    @Operation(
            summary = "Hear of changes",
            description = "Server-sent events named chat, each with the count of changes.")
    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(@PathVariable String event) {
        return streams.of(entrances.into(event));
    }

    @Operation(summary = "Say something", description = "Refused where the chat is closed, you are muted, or too fast.")
    @PostMapping("/messages")
    @ResponseStatus(HttpStatus.CREATED)
    MessageResource post(@PathVariable String event, @RequestBody NewMessage body) {
        return MessageResource.of(chat.post(entrances.into(event), body.text()));
    }

    @Operation(summary = "Delete a message", description = "Your own; any where you moderate.")
    @DeleteMapping("/messages/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String event, @PathVariable UUID id) {
        chat.remove(entrances.into(event), id);
    }

    @Operation(summary = "Report a message to the team")
    @PostMapping("/messages/{id}/reports")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void report(@PathVariable String event, @PathVariable UUID id, @RequestBody NewReport body) {
        chat.report(entrances.into(event), id, body.reason() == null ? "" : body.reason());
    }
}
