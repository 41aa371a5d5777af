package io.marquee.feedback;

import io.marquee.platform.personal.PersonalRecords;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What they said of events. */
@Component
class PersonalFeedback implements PersonalRecords {
    @Override
    public String module() {
        return "feedback";
    }

    @Override
    public Map<String, String> told() {
        return Map.ofEntries(Map.entry("answers", """
                    select rating, comment from feedback.requests where about = any (:orders) or about = any (:tickets)
                    """));
    }

    @Override
    public List<String> erasing() {
        return List.of("""
                    update feedback.requests set comment = '' where about = any (:orders) or about = any (:tickets)
                    """);
    }
}
