package io.marquee.audit;

import io.marquee.platform.personal.PersonalRecords;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What they did, and what of theirs stands apart from the entries. The entries stay: they name nobody any more. */
@Component
class PersonalTrail implements PersonalRecords {
    @Override
    public String module() {
        return "audit";
    }

    @Override
    public Map<String, String> told() {
        return Map.ofEntries(Map.entry("deeds", """
                    select at, subject, subject_id, action, diff from audit.entries where actor_id = :person order by id
                    """), Map.entry("values", """
                    select value from audit.personal where person_id = :person or value = :email or address = :email
                    """));
    }

    @Override
    public List<String> erasing() {
        return List.of("""
                    delete from audit.personal where person_id = :person or value = :email or address = :email
                    """, """
                    delete from audit.personal where id in (
                      select (apart ->> 'ref')::uuid from audit.entries e
                      cross join lateral jsonb_path_query(e.diff, '$.*[*] ? (exists (@.ref))') apart
                      where e.subject_id = any (:orders) or e.subject_id = any (:guests) or e.subject_id = any (:owned))
                    """);
    }
}
