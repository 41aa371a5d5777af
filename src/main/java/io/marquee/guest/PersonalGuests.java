package io.marquee.guest;

import io.marquee.platform.personal.PersonalRecords;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Where they are a guest, what they answered, and what the team noted about them. A former address of a guest, or the account that came
 * with it, has the row about itself alone and what names it: the guest may be somebody else, who then keeps what is theirs.
 */
@Component
class PersonalGuests implements PersonalRecords {
    private static final String THEIRS = """
            (guest_id = any (:guests) or exists (select from guest.merged m
              where m.id = any (:guests) and m.guest_id = moments.guest_id and platform.names_address(words, m.email)))
            """;

    @Override
    public String module() {
        return "guest";
    }

    @Override
    public Map<String, String> keys() {
        return Map.ofEntries(Map.entry("guests", """
                    select id from guest.guests where email = :email or person_id = :person
                     union select id from guest.merged where email = :email or person_id = :person
                     union select m.id from guest.merged m join guest.guests g on g.id = m.guest_id
                      where g.email = :email or g.person_id = :person
                    """));
    }

    @Override
    public Map<String, String> told() {
        return Map.ofEntries(
                Map.entry("guests", """
                    select id, event_id, email, name, locale, state, plus_ones, companions, tickets, tags, invited_at, mail, answered_at, muted_at, created_at
                    from guest.guests where id = any (:guests)
                    """),
                Map.entry("moments", """
                    select guest_id, kind, words, at from guest.moments where """ + THEIRS),
                Map.entry("merged", """
                    select id, event_id, email, at from guest.merged where id = any (:guests)
                    """),
                Map.entry("requests", """
                    select event_id, email, name, reply, plus_ones, companions, answers, created_at from guest.requests where email = :email
                    """),
                Map.entry("answers", """
                    select guest_id, question_id, said, at from guest.answers where guest_id = any (:guests)
                    """));
    }

    @Override
    public List<String> erasing() {
        return List.of("""
                    delete from guest.requests where email = :email
                    """, """
                    delete from guest.answers where guest_id = any (:guests)
                    """, """
                    update guest.moments set words = '' where """ + THEIRS, """
                    update guest.merged set email = id || '-' || :gone, person_id = null, link = null where id = any (:guests)
                    """, """
                    update guest.guests set email = id || '-' || :gone, name = :nobody, companions = '{}', sort = '', terms = '{}', person_id = null,
                           link = link + 1, link_with_team = false where id = any (:guests)
                    """);
    }
}
