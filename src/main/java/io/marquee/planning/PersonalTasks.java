package io.marquee.planning;

import io.marquee.platform.personal.PersonalRecords;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What they have taken on, or done. A task is its event's, and stays; it is nobody's in particular then. */
@Component
class PersonalTasks implements PersonalRecords {
    @Override
    public String module() {
        return "planning";
    }

    @Override
    public Map<String, String> told() {
        return Map.of("tasks", """
                select event_id, title, phase, due_at, done_at from planning.tasks where owner_id = :person or done_by = :person
                """);
    }

    @Override
    public List<String> erasing() {
        return List.of(
                "update planning.tasks set owner_id = null where owner_id = :person",
                "update planning.tasks set done_by = null where done_by = :person");
    }
}
