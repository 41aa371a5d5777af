package io.marquee.event;

import io.marquee.platform.personal.PersonalRecords;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** On which events they have a role, and to which they were invited. */
@Component
class PersonalRoles implements PersonalRecords {
    @Override
    public String module() {
        return "event";
    }

    @Override
    public Map<String, String> told() {
        return Map.ofEntries(Map.entry("roles", """
                    select e.title, r.role, r.grants, r.since from event.roles r join event.events e on e.id = r.event_id where r.person_id = :person
                    """), Map.entry("invitations", """
                    select e.title, i.role, i.created_at from event.invitations i join event.events e on e.id = i.event_id where i.email = :email
                    """));
    }

    @Override
    public List<String> erasing() {
        return List.of("""
                    delete from event.invitations where email = :email
                    """, """
                    delete from event.roles where person_id = :person
                    """);
    }

    @Override
    public Map<String, String> objections() {
        return Map.ofEntries(Map.entry("running_events", """
                    select title from event.events where organization_id = any (:owned) and state in ('published', 'live')
                    """));
    }
}
