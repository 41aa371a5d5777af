package io.marquee.notification;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.marquee.identity.Access;
import io.marquee.kernel.Cursors;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Slice;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.AfterCommit;
import io.marquee.platform.web.News;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a person is told, and how much of it they have not read. That number stands on every page, so it is kept in memory until
 * {@link NewsWire} hears that it changed; the wire may be cut, so it is not kept for long either.
 */
@Component
public class NoticeBoard implements News {
    private static final Duration KEPT = Duration.ofMinutes(2);
    private static final int PEOPLE = 50_000;

    private final NoticeTable notices;
    private final Access access;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final Cache<PersonId, Integer> unread =
            Caffeine.newBuilder().maximumSize(PEOPLE).expireAfterWrite(KEPT).build();

    NoticeBoard(NoticeTable notices, Access access, Acting acting, TransactionTemplate transaction) {
        this.notices = notices;
        this.access = access;
        this.acting = acting;
        this.transaction = transaction;
    }

    @Override
    public int unreadOf(PersonId person) {
        Integer known = unread.getIfPresent(person);
        return known == null ? Objects.requireNonNull(unreadOf(List.of(person)).get(person)) : known;
    }

    /** Counted anew. */
    Map<PersonId, Integer> unreadOf(List<PersonId> people) {
        // not while the cache holds its lock: whoever tells it of a change has a connection that this would wait for
        Map<PersonId, Integer> counted = acting.asPlatform(() -> transaction.execute(status -> notices.unread(people)));
        unread.putAll(counted);
        return counted;
    }

    /** Newest first, of whoever acts. */
    @Transactional(readOnly = true)
    public Slice<NoticeView> mine(@Nullable String cursor, int limit) {
        PersonId me = access.personId();
        return Slice.of(
                notices.list(me, Cursors.id(cursor), limit + 1),
                limit,
                notice -> notice.id().toString());
    }

    /** Reads one. @throws NotFound */
    @Transactional
    public NoticeView read(UUID id) {
        PersonId me = access.personId();
        NoticeView notice = notices.find(me, id);
        if (notice == null) throw new NotFound("notification");
        notices.read(me, id);
        AfterCommit.run(() -> changed(me));
        return notice;
    }

    @Transactional
    public void readAll() {
        PersonId me = access.personId();
        notices.read(me, null);
        AfterCommit.run(() -> changed(me));
    }

    void changed(PersonId person) {
        unread.invalidate(person);
    }

    void changedUnheard() {
        unread.invalidateAll();
    }
}
