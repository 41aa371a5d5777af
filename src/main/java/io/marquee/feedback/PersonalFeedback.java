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
                    select rating, comment from feedback.requests where about = any (:orders) or about = any (:held) or about = any (:guests)
                    """), Map.entry("answers_to_questions", """
                    select q.label, a.said, a.at from feedback.answers a
                      join feedback.questions q on q.id = a.question_id
                      join feedback.requests r on r.id = a.request_id
                    where r.about = any (:orders) or r.about = any (:held) or r.about = any (:guests)
                    """));
    }

    @Override
    public List<String> erasing() {
        return List.of("""
                    update feedback.requests set comment = '' where about = any (:orders) or about = any (:held) or about = any (:guests)
                    """, """
                    delete from feedback.answers where request_id in
                      (select id from feedback.requests where about = any (:orders) or about = any (:held) or about = any (:guests))
                    """);
    }
}
