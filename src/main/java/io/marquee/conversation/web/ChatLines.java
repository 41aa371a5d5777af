package io.marquee.conversation.web;

import io.marquee.conversation.chat.Entrance;
import io.marquee.conversation.chat.MessageView;
import io.marquee.platform.web.Text;
import java.util.List;

/** Messages as somebody sees them, with what they may do about each. */
final class ChatLines {
    private ChatLines() {}

    /** @param path of the room's page for this viewer */
    static List<ChatView.Line> of(Entrance viewer, String path, List<MessageView> messages, Text text) {
        return messages.stream()
                .map(message -> line(viewer, path, message, text))
                .toList();
    }

    private static ChatView.Line line(Entrance viewer, String path, MessageView message, Text text) {
        boolean gone = message.deleted();
        boolean own = isOwn(viewer, message);
        String here = path + "/messages/" + message.id();
        String team = ChatPages.team(viewer.event());
        return new ChatView.Line(
                message.id(),
                message.by().name(),
                "@" + message.by().handle(),
                message.by().team(),
                text.dateTime(message.at(), viewer.event().details().timeZone()),
                gone ? text.get("conversation.chat.deleted") : message.body(),
                gone,
                message.pinned(),
                message.by().muted(),
                gone || !own && !viewer.moderates() ? null : here + "/removal",
                gone || own || viewer.team() ? null : here + "/reports",
                gone || !viewer.moderates() ? null : team + "/messages/" + message.id() + "/pin",
                !viewer.moderates() || message.by().team()
                        ? null
                        : team + "/members/" + message.by().id() + "/mute");
    }

    private static boolean isOwn(Entrance viewer, MessageView message) {
        return viewer.guest() == null
                ? viewer.person() != null
                        && viewer.person().value().equals(message.by().person())
                        && message.by().team()
                : viewer.guest().equals(message.by().guest());
    }
}
