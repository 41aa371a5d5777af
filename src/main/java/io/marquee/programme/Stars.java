package io.marquee.programme;

import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Unauthenticated;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What somebody wants to see of a programme: their own matter, which no team reads. */
@Component
public class Stars {
    private final JdbcClient jdbc;
    private final Agendas agendas;
    private final Viewers viewers;
    private final Acting acting;
    private final Clock clock;

    Stars(JdbcClient jdbc, Agendas agendas, Viewers viewers, Acting acting, Clock clock) {
        this.jdbc = jdbc;
        this.agendas = agendas;
        this.viewers = viewers;
        this.acting = acting;
        this.clock = clock;
    }

    /** Whether whoever acts, or has this link to an order, can keep any. @param token null without a link */
    public boolean possible(@Nullable String token) {
        return token != null || Acting.current() instanceof Actor.Person;
    }

    /**
     * @param token of an order's link; null for the person who is signed in
     * @return ids of sessions; none for whoever is neither
     * @throws NotFound for a link that is not ours, or was renewed
     */
    @Transactional(readOnly = true)
    public Set<UUID> of(EventId event, @Nullable String token) {
        if (!possible(token)) return Set.of();
        return as(
                token,
                () -> jdbc.sql("select session_id from programme.stars where event_id = ? and owner = ?")
                        .params(event.value(), owner())
                        .query(UUID.class)
                        .set());
    }

    /**
     * @param event that whoever acts may see: the caller has asked
     * @param token of an order's link; null for the person who is signed in
     * @throws NotFound for a link or a session that is not there
     * @throws Unauthenticated for whoever is neither
     */
    @Transactional
    public void set(EventView event, UUID session, boolean starred, @Nullable String token) {
        if (!possible(token)) throw new Unauthenticated();
        boolean known =
                agendas.of(event).sessions().stream().anyMatch(one -> one.id().equals(session));
        if (!known) throw new NotFound("session");
        as(token, () -> starred ? add(event, session) : remove(session));
    }

    private int add(EventView event, UUID session) {
        return jdbc.sql("insert into programme.stars values (?, ?, ?, ?, ?) on conflict (owner, session_id) do nothing")
                .params(
                        owner(),
                        session,
                        event.id().value(),
                        event.organization().value())
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    private int remove(UUID session) {
        return jdbc.sql("delete from programme.stars where owner = ? and session_id = ?")
                .params(owner(), session)
                .update();
    }

    private <T> T as(@Nullable String token, Supplier<T> work) {
        return token == null ? work.get() : acting.as(viewers.open(token), work);
    }

    private static UUID owner() {
        return switch (Acting.current()) {
            case Actor.Person person -> person.id();
            case Actor.Capability bearer -> bearer.hold();
            case Actor.System s -> throw new Unauthenticated();
            case Actor.Device d -> throw new Unauthenticated();
            case Actor.Anonymous a -> throw new Unauthenticated();
            case Actor.Nobody n -> throw new Unauthenticated();
        };
    }
}
