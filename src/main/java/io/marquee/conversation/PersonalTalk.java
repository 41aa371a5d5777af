package io.marquee.conversation;

import io.marquee.platform.personal.PersonalRecords;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What they said in the talk of events. */
@Component
class PersonalTalk implements PersonalRecords {
    private static final String THEIRS =
            "(select id from conversation.members where person_id = :person or guest_id = any (:guests) or guest_id = any (:holds))";

    @Override
    public String module() {
        return "conversation";
    }

    @Override
    public Map<String, String> told() {
        return Map.of(
                "messages",
                "select event_id, body, at, deleted_at from conversation.messages where member_id in " + THEIRS,
                "reports",
                "select message_id, reason, at from conversation.reports where member_id in " + THEIRS);
    }

    @Override
    public List<String> erasing() {
        return List.of(
                """
                update conversation.messages set body = :nobody, deleted_at = coalesce(deleted_at, now()), pinned_at = null
                where member_id in """ + THEIRS,
                "update conversation.reports set reason = '' where member_id in " + THEIRS,
                "update conversation.members set name = :nobody, handle = id::text where id in " + THEIRS);
    }
}
