package io.marquee.payment;

import io.marquee.payment.provider.Notice;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A fake: somebody who cares about types that begin with {@code listening.}. */
@Component
class ListeningDesk implements NoticeHandler {
    private final List<Notice> heard = new CopyOnWriteArrayList<>();
    private volatile @Nullable RuntimeException failure;

    void fails(RuntimeException with) {
        failure = with;
    }

    void mend() {
        failure = null;
    }

    List<String> heard(String event) {
        return heard.stream()
                .filter(notice -> notice.eventId().startsWith(event))
                .map(Notice::type)
                .toList();
    }

    @Override
    public Set<String> types() {
        return Set.of("listening.");
    }

    @Override
    public boolean handle(String provider, Notice notice) {
        RuntimeException with = failure;
        if (with != null) throw with;
        heard.add(notice);
        return true;
    }
}
