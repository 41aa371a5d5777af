package io.marquee.notification;

import io.marquee.kernel.PersonId;
import io.marquee.platform.live.Hearer;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Hears whose news changed on any node. */
@Component
class NewsWire implements Hearer {
    private final NoticeBoard board;
    private final NewsStreams streams;

    NewsWire(NoticeBoard board, NewsStreams streams) {
        this.board = board;
        this.streams = streams;
    }

    @Override
    public String channel() {
        return NoticeTable.CHANNEL;
    }

    @Override
    public void heard(String payload) {
        PersonId person = PersonId.of(UUID.fromString(payload));
        board.changed(person);
        streams.tell(person);
    }

    @Override
    public void lost() {
        board.changedUnheard();
        streams.tellAll();
    }
}
