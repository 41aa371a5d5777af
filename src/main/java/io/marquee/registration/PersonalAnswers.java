package io.marquee.registration;

import io.marquee.platform.personal.PersonalRecords;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What they answered when they bought. */
@Component
class PersonalAnswers implements PersonalRecords {
    @Override
    public String module() {
        return "registration";
    }

    @Override
    public Map<String, String> told() {
        return Map.ofEntries(Map.entry("answers", """
                    select q.label, a.said, a.at from registration.answers a join registration.questions q on q.id = a.question_id where a.hold_id = any (:holds)
                    """));
    }

    @Override
    public List<String> erasing() {
        return List.of("""
                    delete from registration.answers where hold_id = any (:holds)
                    """);
    }
}
