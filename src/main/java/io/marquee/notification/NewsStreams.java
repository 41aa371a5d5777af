package io.marquee.notification;

import io.marquee.identity.Access;
import io.marquee.kernel.PersonId;
import io.marquee.platform.live.Streams;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/** The browsers that show a bell, each told the number of unread notices when it changes. */
@Component
public class NewsStreams extends Streams<PersonId> {
    private final NoticeBoard board;
    private final Access access;

    NewsStreams(NoticeBoard board, Access access) {
        super("news-streams-");
        this.board = board;
        this.access = access;
    }

    /** A stream for whoever acts: the number now, and each time it changes. */
    public SseEmitter mine() {
        return join(access.personId());
    }

    @Override
    protected SseEventBuilder event(PersonId person) {
        return SseEmitter.event().name("unread").data(String.valueOf(board.unreadOf(person)));
    }
}
