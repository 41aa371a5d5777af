package io.marquee.guest;

import io.marquee.platform.personal.PersonalRecords;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Where they are a guest, what they answered, and what the team noted about them. */
@Component
class PersonalGuests implements PersonalRecords {
    @Override
    public String module() {
        return "guest";
    }

    @Override
    public Map<String, String> keys() {
        return Map.ofEntries(Map.entry("guests", """
                    select id from guest.guests where email = :email or person_id = :person
                     union select guest_id from guest.merged where email = :email or person_id = :person
                    """));
    }

    @Override
    public Map<String, String> told() {
        return Map.ofEntries(
                Map.entry("guests", """
                    select event_id, email, name, state, companions, tags, created_at from guest.guests where id = any (:guests)
                    """),
                Map.entry("moments", """
                    select guest_id, kind, words, at from guest.moments where guest_id = any (:guests)
                    """),
                Map.entry("merged", """
                    select guest_id, email, at from guest.merged where guest_id = any (:guests)
                    """),
                Map.entry("answers", """
                    select guest_id, said from guest.answers where guest_id = any (:guests)
                    """));
    }

    @Override
    public List<String> erasing() {
        return List.of("""
                    delete from guest.requests where email = :email
                    """, """
                    delete from guest.answers where guest_id = any (:guests)
                    """, """
                    update guest.merged set email = id || '-' || :gone, person_id = null where guest_id = any (:guests)
                    """, """
                    update guest.moments set words = '' where guest_id = any (:guests)
                    """, """
                    update guest.guests set email = id || '-' || :gone, name = :nobody, companions = '{}', sort = '', terms = '{}', person_id = null where id = any (:guests)
                    """);
    }
}
