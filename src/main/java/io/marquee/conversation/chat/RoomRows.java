package io.marquee.conversation.chat;

import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Ids;
import io.marquee.platform.live.Herald;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of rooms and of those in them. */
@Repository
class RoomRows {
    static final String CHANNEL = "marquee_chat";
    private static final int LONGEST_HANDLE = 30;
    private static final String MEMBER =
            "select id, person_id, guest_id, name, handle, team, muted_at is not null muted from conversation.members ";

    private final JdbcClient jdbc;
    private final Herald herald;
    private final Clock clock;

    RoomRows(JdbcClient jdbc, Herald herald, Clock clock) {
        this.jdbc = jdbc;
        this.herald = herald;
        this.clock = clock;
    }

    RoomRules rules(EventId event) {
        return jdbc.sql(
                        "select active, opens_hours, closes_hours, slow_seconds from conversation.rooms where event_id = ?")
                .param(event.value())
                .query((row, n) -> new RoomRules(row.getBoolean(1), row.getInt(2), row.getInt(3), row.getInt(4)))
                .optional()
                .orElse(RoomRules.NONE);
    }

    void set(EventView event, RoomRules rules) {
        jdbc.sql("""
                        insert into conversation.rooms (event_id, organization_id, active, opens_hours, closes_hours, slow_seconds)
                        values (:event, :organization, :active, :opens, :closes, :slow)
                        on conflict (event_id) do update set active = excluded.active, opens_hours = excluded.opens_hours,
                          closes_hours = excluded.closes_hours, slow_seconds = excluded.slow_seconds
                        """)
                .param("event", event.id().value())
                .param("organization", event.organization().value())
                .param("active", rules.active())
                .param("opens", rules.opensHours())
                .param("closes", rules.closesHours())
                .param("slow", rules.slowSeconds())
                .update();
    }

    /**
     * Counts a change and tells all nodes of it when it commits. The room is held until then: whoever reads up to a number has read
     * everything below it.
     */
    long change(EventId event) {
        long change = jdbc.sql(
                        "update conversation.rooms set changes = changes + 1 where event_id = ? returning changes")
                .param(event.value())
                .query(Long.class)
                .single();
        herald.tell(CHANNEL, List.of(event.toString()));
        return change;
    }

    long changes(EventId event) {
        return jdbc.sql("select changes from conversation.rooms where event_id = ?")
                .param(event.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Theirs, made when there is none; nobody else writes as them until the transaction ends. */
    Member join(Entrance entrance) {
        Member known = own(entrance);
        if (known != null) return known;
        String handle = handle(entrance.name());
        boolean made = insert(entrance, handle);
        if (!made && own(entrance) == null) insert(entrance, handle + "-" + suffix());
        Member joined = own(entrance);
        if (joined == null)
            throw new IllegalStateException("nobody joined " + entrance.event().id());
        return joined;
    }

    private @Nullable Member own(Entrance entrance) {
        return jdbc.sql(MEMBER + """
                        where event_id = :event
                          and (guest_id = :guest::uuid or :guest::uuid is null and guest_id is null and person_id = :person::uuid)
                        for update
                        """)
                .param("event", entrance.event().id().value())
                .param("guest", entrance.guest())
                .param(
                        "person",
                        entrance.person() == null ? null : entrance.person().value())
                .query(RoomRows::member)
                .optional()
                .orElse(null);
    }

    private boolean insert(Entrance entrance, String handle) {
        return jdbc.sql("""
                        insert into conversation.members
                          (id, event_id, organization_id, person_id, guest_id, name, handle, team, joined_at)
                        values (:id, :event, :organization, :person, :guest, :name, :handle, :team, :at) on conflict do nothing
                        """)
                        .param("id", Ids.next())
                        .param("event", entrance.event().id().value())
                        .param("organization", entrance.event().organization().value())
                        .param(
                                "person",
                                entrance.person() == null
                                        ? null
                                        : entrance.person().value())
                        .param("guest", entrance.guest())
                        .param("name", cut(entrance.name(), 200))
                        .param("handle", handle)
                        .param("team", entrance.team())
                        .param("at", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /** Those who are mentioned by these. */
    List<Member> byHandles(EventId event, Collection<String> handles) {
        return jdbc.sql(MEMBER + "where event_id = ? and handle = any (?)")
                .params(event.value(), handles.toArray(String[]::new))
                .query(RoomRows::member)
                .list();
    }

    /** @return false where the room has no such member */
    boolean mute(EventId event, UUID member, boolean muted) {
        return jdbc.sql("""
                        update conversation.members set muted_at = case when :muted then coalesce(muted_at, :at::timestamptz) end
                         where id = :id and event_id = :event and not team
                        """)
                        .param("muted", muted)
                        .param("at", Timestamp.from(clock.instant()))
                        .param("id", member)
                        .param("event", event.value())
                        .update()
                == 1;
    }

    static Member member(ResultSet row, int n) throws SQLException {
        return new Member(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getObject("guest_id", UUID.class),
                row.getString("name"),
                row.getString("handle"),
                row.getBoolean("team"),
                row.getBoolean("muted"));
    }

    /** "Ada Lind" is @ada-lind. */
    static String handle(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? "guest" : cut(plain, LONGEST_HANDLE);
    }

    private static String suffix() {
        return Ids.next().toString().substring(30);
    }

    private static String cut(String text, int most) {
        return text.substring(0, Math.min(text.length(), most));
    }
}
