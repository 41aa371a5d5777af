package io.marquee.platform.personal;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is on its way: answers kept for a repeated request, and news that nobody heard yet. */
@Component
class PassingRecords implements PersonalRecords {
    @Override
    public String module() {
        return "platform";
    }

    @Override
    public Map<String, String> told() {
        return Map.of();
    }

    @Override
    public List<String> erasing() {
        return List.of("""
                    delete from platform.idempotency_keys where position(convert_to(:email, 'UTF8') in coalesce(body, '')) > 0
                    """, """
                    delete from platform.event_publication where position(:email in serialized_event) > 0
                    """);
    }
}
