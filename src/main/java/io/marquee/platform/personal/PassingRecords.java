package io.marquee.platform.personal;

import java.util.List;
import org.springframework.stereotype.Component;

/** What passed: answers kept for a repeated request, and news. Those that somebody has yet to hear are gone once they did. */
@Component
class PassingRecords implements PersonalRecords {
    @Override
    public String module() {
        return "platform";
    }

    @Override
    public List<String> erasing() {
        return List.of("""
                    delete from platform.idempotency_keys where platform.names_address(encode(body, 'escape'), :email)
                    """, """
                    delete from platform.event_publication
                    where completion_date is not null and platform.names_address(serialized_event, :email)
                    """);
    }
}
