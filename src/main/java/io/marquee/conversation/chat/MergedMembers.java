package io.marquee.conversation.chat;

import io.marquee.guest.GuestEvent.Merged;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever was merged into another guest has said what they said as that one. In the transaction that merges. */
@Component
class MergedMembers {
    private static final String MEMBER =
            "(select id from conversation.members where event_id = :event and guest_id = :%s)";
    private static final String GONE = MEMBER.formatted("gone");
    private static final String INTO = MEMBER.formatted("into");

    private final RoomRows rooms;
    private final JdbcClient jdbc;

    MergedMembers(RoomRows rooms, JdbcClient jdbc) {
        this.rooms = rooms;
        this.jdbc = jdbc;
    }

    @EventListener
    void on(Merged merged) {
        Map<String, Object> two = Map.of(
                "event",
                merged.event().value(),
                "gone",
                merged.gone().value(),
                "into",
                merged.into().value());
        if (!lock(two).contains(merged.gone().value())) return;
        long change = rooms.change(merged.event());
        int became = jdbc.sql(
                        "update conversation.members set guest_id = :into where event_id = :event and guest_id = :gone"
                                + " and not exists " + INTO)
                .params(two)
                .update();
        if (became == 0) join(two, change);
    }

    /** Members before the room, as whoever writes there does. @return those of the two who are in it */
    private List<UUID> lock(Map<String, Object> two) {
        return jdbc.sql(
                        "select guest_id from conversation.members where event_id = :event and guest_id in (:gone, :into)"
                                + " order by id for update")
                .params(two)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Both were in the room: one stays, muted where either was. */
    private void join(Map<String, Object> two, long change) {
        jdbc.sql("update conversation.messages set member_id = " + INTO + ", change = :change where member_id = "
                        + GONE)
                .params(two)
                .param("change", change)
                .update();
        jdbc.sql("insert into conversation.reports select message_id, " + INTO
                        + ", event_id, organization_id, reason, at, settled_at"
                        + " from conversation.reports where member_id = " + GONE + " on conflict do nothing")
                .params(two)
                .update();
        jdbc.sql("update conversation.members m set muted_at = gone.muted_at from conversation.members gone"
                        + " where m.id = " + INTO + " and gone.id = " + GONE
                        + " and m.muted_at is null and gone.muted_at is not null")
                .params(two)
                .update();
        jdbc.sql("delete from conversation.members where id = " + GONE)
                .params(two)
                .update();
    }
}
