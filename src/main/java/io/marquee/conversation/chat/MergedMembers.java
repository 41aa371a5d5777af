package io.marquee.conversation.chat;

import io.marquee.guest.GuestEvent.Merged;
import java.util.Map;
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
        boolean known = jdbc.sql("select exists " + GONE)
                .params(two)
                .query(Boolean.class)
                .single();
        if (!known) return;
        long change = rooms.change(merged.event());
        int became = jdbc.sql(
                        "update conversation.members set guest_id = :into where event_id = :event and guest_id = :gone"
                                + " and not exists " + INTO)
                .params(two)
                .update();
        if (became == 0) join(two, change);
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
