package io.marquee.ticketing.waiting;

import io.marquee.platform.personal.PersonalRecords;
import io.marquee.platform.personal.Subject;
import io.marquee.platform.tenancy.Acting;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Where they wait. Whoever is erased leaves the line, and what is on offer to them goes to the next. */
@Component
class PersonalPlaces implements PersonalRecords {
    private final WaitingRows rows;
    private final WaitingList list;
    private final Acting acting;

    PersonalPlaces(WaitingRows rows, WaitingList list, Acting acting) {
        this.rows = rows;
        this.list = list;
        this.acting = acting;
    }

    @Override
    public String module() {
        return "ticketing";
    }

    @Override
    public Map<String, String> told() {
        return Map.of("waiting", """
                    select name, email, quantity, state, created_at from ticketing.waiting_entries where email = :email
                    """);
    }

    @Override
    public void erase(Subject subject) {
        for (EntryView entry : rows.inLine(subject.email())) {
            acting.asSystem(entry.organization(), () -> list.end(entry, EntryState.LEFT));
        }
    }

    @Override
    public List<String> erasing() {
        return List.of("""
                    update ticketing.waiting_entries set name = :nobody, email = :gone where email = :email
                    """);
    }
}
