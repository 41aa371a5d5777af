package io.marquee.conversation.api;

import io.marquee.conversation.api.ChatBodies.Reported;
import io.marquee.conversation.api.ChatBodies.Reports;
import io.marquee.conversation.api.ChatBodies.Rules;
import io.marquee.conversation.chat.Moderation;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What an event's team does about its room. */
@RestController
@RequestMapping("/api/v1/events/{event}/chat")
@Tag(name = "Chat")
class ChatTeamApi {
    private final EventReads events;
    private final Moderation moderation;

    ChatTeamApi(EventReads events, Moderation moderation) {
        this.events = events;
        this.moderation = moderation;
    }

    @Operation(summary = "Set when the chat is open, and how fast one may write")
    @PutMapping
    Rules set(@PathVariable String event, @RequestBody Rules body) {
        return Rules.of(moderation.set(events.where(Permission.EDIT_EVENT, event), body.rules()));
    }

    @Operation(summary = "Pin a message")
    @PutMapping("/messages/{id}/pin")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void pin(@PathVariable String event, @PathVariable UUID id) {
        moderation.pin(moderated(event), id, true);
    }

    @Operation(summary = "Unpin a message")
    @DeleteMapping("/messages/{id}/pin")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unpin(@PathVariable String event, @PathVariable UUID id) {
        moderation.pin(moderated(event), id, false);
    }

    @Operation(summary = "Mute a guest", description = "They can read, and not write. The team can’t be muted.")
    @PutMapping("/members/{id}/mute")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void mute(@PathVariable String event, @PathVariable UUID id) {
        moderation.mute(moderated(event), id, true);
    }

    @Operation(summary = "Let a guest write again")
    @DeleteMapping("/members/{id}/mute")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unmute(@PathVariable String event, @PathVariable UUID id) {
        moderation.mute(moderated(event), id, false);
    }

    @Operation(summary = "List what was reported, oldest first")
    @GetMapping("/reports")
    Reports reports(@PathVariable String event) {
        return new Reports(
                moderation.reports(moderated(event)).stream().map(Reported::of).toList());
    }

    @Operation(summary = "Leave a reported message as it is")
    @PostMapping("/messages/{id}/settlement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void settle(@PathVariable String event, @PathVariable UUID id) {
        moderation.settle(moderated(event), id);
    }

    private EventView moderated(String event) {
        return events.where(Permission.MANAGE_GUESTS, event);
    }
}
