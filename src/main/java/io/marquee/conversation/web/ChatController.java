package io.marquee.conversation.web;

import io.marquee.conversation.chat.Chat;
import io.marquee.conversation.chat.ChatRefused;
import io.marquee.conversation.chat.Entrance;
import io.marquee.conversation.chat.Entrances;
import io.marquee.conversation.chat.RoomStreams;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Refusal;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An event's room: for whoever is signed in, and by a guest's or an order's link for whoever has no account. */
@Controller
class ChatController {
    private static final String BY_LINK = "/chat/{token}";
    private static final String SIGNED_IN = "/events/{slug}/chat";

    private final Entrances entrances;
    private final Chat chat;
    private final ChatPages pages;
    private final RoomStreams streams;
    private final Capabilities capabilities;

    ChatController(Entrances entrances, Chat chat, ChatPages pages, RoomStreams streams, Capabilities capabilities) {
        this.entrances = entrances;
        this.chat = chat;
        this.pages = pages;
        this.streams = streams;
        this.capabilities = capabilities;
    }

    /** Where somebody came in, and as whom. */
    private record Door(Entrance entrance, String path) {}

    private Door door(@Nullable String slug, @Nullable String token) {
        if (token != null) return new Door(entrances.by(capabilities.open(token)), "/chat/" + token);
        Entrance entrance = entrances.into(String.valueOf(slug));
        return new Door(entrance, ChatPages.path(entrance.event()));
    }

    @GetMapping({SIGNED_IN, BY_LINK})
    ModelAndView show(
            @PathVariable(required = false) @Nullable String slug,
            @PathVariable(required = false) @Nullable String token,
            @RequestParam(required = false) @Nullable String cursor,
            Page page) {
        Door door = door(slug, token);
        return pages.show(door.entrance(), door.path(), cursor, "", FieldErrors.none(), page);
    }

    @GetMapping({SIGNED_IN + "/news", BY_LINK + "/news"})
    ModelAndView news(
            @PathVariable(required = false) @Nullable String slug,
            @PathVariable(required = false) @Nullable String token,
            @RequestParam(defaultValue = "0") long since,
            Page page) {
        Door door = door(slug, token);
        return pages.news(door.entrance(), door.path(), since, page);
    }

    @GetMapping(
            path = {SIGNED_IN + "/stream", BY_LINK + "/stream"},
            produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(
            @PathVariable(required = false) @Nullable String slug,
            @PathVariable(required = false) @Nullable String token) {
        return streams.of(door(slug, token).entrance());
    }

    /** @param live whether the page's script sends it: it wants a sentence, or nothing */
    @PostMapping({SIGNED_IN + "/messages", BY_LINK + "/messages"})
    ModelAndView post(
            @PathVariable(required = false) @Nullable String slug,
            @PathVariable(required = false) @Nullable String token,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "false") boolean manage,
            @RequestHeader(name = "X-Live", defaultValue = "false") boolean live,
            Page page) {
        Door door = door(slug, token);
        try {
            chat.post(door.entrance(), body);
        } catch (InvalidInput invalid) {
            return refused(door, body, FieldErrors.of(invalid, page.text()), invalid, live, page);
        } catch (ChatRefused refused) {
            return refused(door, body, FieldErrors.of("body", page.text().why(refused)), refused, live, page);
        }
        return live
                ? page.show("conversation/chat-told", "sentence", "")
                : SeeOther.to((manage && door.entrance().team()
                                ? ChatPages.team(door.entrance().event())
                                : door.path()) + "#end");
    }

    private ModelAndView refused(Door door, String body, FieldErrors errors, Refusal why, boolean live, Page page) {
        ModelAndView shown = live
                ? page.show("conversation/chat-told", "sentence", errors.together())
                : pages.show(door.entrance(), door.path(), null, body, errors, page);
        shown.setStatus(HttpStatusCode.valueOf(why.kind().status()));
        return shown;
    }

    @PostMapping({SIGNED_IN + "/messages/{message}/removal", BY_LINK + "/messages/{message}/removal"})
    ModelAndView remove(
            @PathVariable(required = false) @Nullable String slug,
            @PathVariable(required = false) @Nullable String token,
            @PathVariable UUID message) {
        Door door = door(slug, token);
        chat.remove(door.entrance(), message);
        return SeeOther.to(door.path() + "#end");
    }

    @PostMapping({SIGNED_IN + "/messages/{message}/reports", BY_LINK + "/messages/{message}/reports"})
    ModelAndView report(
            @PathVariable(required = false) @Nullable String slug,
            @PathVariable(required = false) @Nullable String token,
            @PathVariable UUID message,
            @RequestParam(defaultValue = "") String reason,
            Page page,
            RedirectAttributes redirect) {
        Door door = door(slug, token);
        Flash.after(() -> chat.report(door.entrance(), message, reason), "conversation.chat.reported", page.text())
                .with(redirect);
        return SeeOther.to(door.path());
    }
}
