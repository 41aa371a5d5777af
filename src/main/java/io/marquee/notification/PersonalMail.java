package io.marquee.notification;

import io.marquee.platform.personal.PersonalRecords;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What was written to them, and what they do not want. That is still heeded afterwards, by a digest of the address. */
@Component
class PersonalMail implements PersonalRecords {
    @Override
    public String module() {
        return "notification";
    }

    @Override
    public Map<String, String> told() {
        return Map.ofEntries(
                Map.entry("mails", """
                    select kind, subject, plain, state, created_at from notification.mails where recipient = :email
                    """),
                Map.entry("choices", """
                    select topic, channel, wanted, changed_at from notification.choices where email = :email
                    """),
                Map.entry("suppressions", """
                    select topic, reason, created_at from notification.suppressions where email = :email
                    """),
                Map.entry("notices", """
                    select subject, link, created_at from notification.notices where person_id = :person
                    """));
    }

    @Override
    public List<String> erasing() {
        return List.of("""
                    delete from notification.mails where recipient = :email
                    """, """
                    delete from notification.choices where email = :email
                    """, """
                    delete from notification.untracked where email = :email
                    """, """
                    insert into notification.suppressions (id, organization_id, email, topic, reason, created_at)
                    select gen_random_uuid(), organization_id, notification.digest_of(email), topic, reason, created_at
                    from notification.suppressions where email = :email and reason <> 'bounced'
                    on conflict do nothing
                    """, """
                    delete from notification.suppressions where email = :email
                    """, """
                    delete from notification.notices where person_id = :person
                    """, """
                    delete from notification.digests where person_id = :person
                    """);
    }
}
