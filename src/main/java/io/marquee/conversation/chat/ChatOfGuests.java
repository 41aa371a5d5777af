package io.marquee.conversation.chat;

import io.marquee.guest.GuestMoment;
import io.marquee.guest.GuestTrail;
import io.marquee.guest.GuestView;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What guests did in their event's room: that they came, what they wrote and still stands there, and that they were silenced. */
@Component
class ChatOfGuests implements GuestTrail {
    private static final int MOST = 200;

    private final JdbcClient jdbc;

    ChatOfGuests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<GuestMoment> of(Whom whom) {
        GuestView guest = whom.guest();
        // whoever entered by the link of an order or of a passed ticket is known by that link alone
        UUID[] ids = Stream.concat(whom.ids().stream(), whom.links().stream()).toArray(UUID[]::new);
        return jdbc.sql("""
                        with them as (
                          select id, joined_at, muted_at from conversation.members
                           where event_id = :event and not team and (guest_id = any (:ids) or person_id = :person::uuid))
                        select 'chat_joined', '', joined_at from them
                        union all select 'chat_muted', '', muted_at from them where muted_at is not null
                        union all (
                          select 'chat_message', body, at from conversation.messages
                           where member_id in (select id from them) and deleted_at is null order by at desc limit :most)
                        """)
                .param("event", guest.event().value())
                .param("ids", ids)
                .param("person", guest.person() == null ? null : guest.person().value())
                .param("most", MOST)
                .query((row, n) -> new GuestMoment(
                        row.getString(1),
                        "",
                        row.getString(2),
                        null,
                        row.getTimestamp(3).toInstant()))
                .list();
    }
}
