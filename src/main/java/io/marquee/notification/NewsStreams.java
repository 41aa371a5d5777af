package io.marquee.notification;

import io.marquee.identity.Access;
import io.marquee.kernel.PersonId;
import io.marquee.platform.live.Streams;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
        return event(board.unreadOf(person));
    }

    @Override
    protected Map<PersonId, SseEventBuilder> events(List<PersonId> people) {
        return board.unreadOf(people).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> event(entry.getValue())));
    }

    private static SseEventBuilder event(int unread) {
        return SseEmitter.event().name("unread").data(String.valueOf(unread));
    }
}
