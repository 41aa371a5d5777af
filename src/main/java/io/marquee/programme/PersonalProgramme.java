package io.marquee.programme;

import io.marquee.platform.personal.PersonalRecords;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What they want to see, and the address of their calendar. */
@Component
class PersonalProgramme implements PersonalRecords {
    @Override
    public String module() {
        return "programme";
    }

    @Override
    public Map<String, String> told() {
        return Map.of("stars", """
                select s.title from programme.stars t join programme.sessions s on s.id = t.session_id where t.owner = :person or t.owner = any (:holds) or t.owner = any (:guests)
                """);
    }

    @Override
    public List<String> erasing() {
        return List.of(
                "delete from programme.stars where owner = :person or owner = any (:holds) or owner = any (:guests)",
                "delete from programme.feeds where person_id = :person");
    }
}
