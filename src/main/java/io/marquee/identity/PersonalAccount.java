package io.marquee.identity;

import io.marquee.platform.personal.PersonalRecords;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The account, what opened it, and what it may do on the platform. */
@Component
class PersonalAccount implements PersonalRecords {
    @Override
    public String module() {
        return "identity";
    }

    @Override
    public Map<String, String> told() {
        return Map.ofEntries(
                Map.entry("account", """
                    select p.email, p.email_verified_at, p.created_at, f.name, f.company, f.phone, f.locale, f.time_zone
                    from identity.persons p join identity.profiles f on f.person_id = p.id where p.id = :person
                    """),
                Map.entry("sessions", """
                    select kind, created_at, last_seen_at, expires_at, revoked_at, address, user_agent from identity.sessions where person_id = :person
                    """),
                Map.entry("api_tokens", """
                    select name, scopes, created_at, expires_at, last_used_at, last_used_from from identity.api_tokens where person_id = :person
                    """),
                Map.entry("roles", """
                    select role, granted_at from identity.platform_roles where person_id = :person
                    """));
    }

    @Override
    public List<String> erasing() {
        return List.of("""
                    delete from identity.sessions where person_id = :person
                    """, """
                    delete from identity.api_tokens where person_id = :person
                    """, """
                    delete from identity.one_time_tokens where person_id = :person
                    """, """
                    delete from identity.platform_roles where person_id = :person
                    """, """
                    update identity.persons set email = :gone, password_hash = null where email = :email and email_verified_at is null
                    """, """
                    update identity.profiles set name = :nobody, avatar = null, company = null, phone = null where person_id = :person
                    """, """
                    update identity.persons set email = :gone, email_verified_at = null, password_hash = null, disabled_at = now() where id = :person
                    """);
    }

    @Override
    public Map<String, String> objections() {
        return Map.ofEntries(Map.entry("last_administrator", """
                    select email from identity.persons p where p.id = :person
                      and exists (select from identity.platform_roles where person_id = :person and role = 'admin')
                      and not exists (select from identity.platform_roles where person_id <> :person and role = 'admin')
                    """));
    }
}
