package io.marquee.checkin;

import io.marquee.platform.personal.PersonalRecords;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** When and where their tickets were scanned. The scans stay, of a ticket that then names nobody. */
@Component
class PersonalVisits implements PersonalRecords {
    @Override
    public String module() {
        return "checkin";
    }

    @Override
    public Map<String, String> told() {
        return Map.of("check_ins", """
                select ticket_id, verdict, direction, gate, at, undone_at, undo_reason from checkin.check_ins
                where ticket_id = any (:held) order by at, id
                """);
    }

    @Override
    public List<String> erasing() {
        return List.of("""
                update checkin.check_ins set undo_reason = '' where ticket_id = any (:held) and undone_at is not null
                """, """
                update checkin.conflicts set note = '' where ticket_id = any (:held) and settled_at is not null
                """);
    }
}
