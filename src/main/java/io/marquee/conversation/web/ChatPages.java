package io.marquee.conversation.web;

import io.marquee.conversation.chat.Chat;
import io.marquee.conversation.chat.Entrance;
import io.marquee.conversation.chat.MessageView;
import io.marquee.conversation.chat.Room;
import io.marquee.conversation.chat.RoomPhase;
import io.marquee.conversation.chat.RoomRules;
import io.marquee.event.EventView;
import io.marquee.event.Visibility;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** A room's pages: the same for whoever signed in and for the bearer of a link, at two addresses. */
@Component
class ChatPages {
    private static final int PAGE = 50;

    private final Room room;

    ChatPages(Room room) {
        this.room = room;
    }

    /** @param typed what somebody wrote that was not taken; empty for nothing */
    ModelAndView show(
            Entrance viewer, String path, @Nullable String cursor, String typed, FieldErrors errors, Page page) {
        return page.titled(page.text()
                        .get("conversation.chat.title", viewer.event().details().title()))
                .hue(viewer.event().details().hue())
                .show("conversation/chat", "view", view(viewer, path, cursor, typed, errors, page.text()));
    }

    /** What came since then, as lines for the log that is open. */
    ModelAndView news(Entrance viewer, String path, long since, Page page) {
        List<MessageView> fresh = room.since(viewer, since);
        long changes = fresh.isEmpty() ? since : fresh.getLast().change();
        return page.show(
                "conversation/chat-news",
                "news",
                new ChatView.News(ChatLines.of(viewer, path, fresh, page.text()), changes));
    }

    ChatView view(Entrance viewer, String path, @Nullable String cursor, String typed, FieldErrors errors, Text text) {
        EventView event = viewer.event();
        Room.Log log = room.log(viewer, cursor, PAGE);
        String note = note(viewer, text);
        Field body = Field.textarea("body", text.get("conversation.chat.body"))
                .required()
                .with("rows", "2")
                .with("maxlength", String.valueOf(Chat.LONGEST))
                .hint(text.get("conversation.chat.body.hint"))
                .value(typed)
                .error(errors.of("body"));
        String next = log.messages().next();
        return new ChatView(
                event.details().title(),
                isOpen(event) ? "/events/" + event.slug() : null,
                path,
                room.phase(event) == RoomPhase.OFF && log.messages().items().isEmpty(),
                note,
                ChatLines.of(viewer, path, room.pinned(viewer), text),
                ChatLines.of(viewer, path, log.messages().items().reversed(), text),
                log.changes(),
                next == null ? null : path + "?cursor=" + next,
                note == null ? body : null,
                errors);
    }

    /** The team may write whenever there is a room. */
    private @Nullable String note(Entrance viewer, Text text) {
        EventView event = viewer.event();
        RoomRules rules = room.rules(event);
        RoomPhase phase = room.phase(event);
        return switch (phase) {
            case OFF -> text.get("conversation.chat.off");
            case EARLY ->
                viewer.team()
                        ? null
                        : text.get(
                                "conversation.chat.early",
                                text.dateTime(
                                        rules.opens(event), event.details().timeZone()));
            case OPEN -> null;
            case OVER -> viewer.team() ? null : text.get("conversation.chat.over");
        };
    }

    static String path(EventView event) {
        return "/events/" + event.slug() + "/chat";
    }

    static String team(EventView event) {
        return "/manage/events/" + event.slug() + "/chat";
    }

    private static boolean isOpen(EventView event) {
        Visibility visibility = event.details().visibility();
        return visibility == Visibility.PUBLIC || visibility == Visibility.UNLISTED;
    }
}
