package io.marquee.organization;

import io.marquee.platform.personal.PersonalRecords;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Where they are a member, where they were invited to, what they follow, and the organization that is theirs alone. */
@Component
class PersonalMemberships implements PersonalRecords {
    @Override
    public String module() {
        return "organization";
    }

    @Override
    public Map<String, String> keys() {
        return Map.ofEntries(Map.entry("owned", """
                    select id from organization.organizations where personal and created_by = :person
                    """));
    }

    @Override
    public Map<String, String> told() {
        return Map.ofEntries(Map.entry("memberships", """
                    select o.name, m.role, m.since from organization.memberships m
                    join organization.organizations o on o.id = m.organization_id where m.person_id = :person
                    """), Map.entry("invitations", """
                    select o.name, i.role, i.created_at from organization.invitations i
                    join organization.organizations o on o.id = i.organization_id where i.email = :email
                    """), Map.entry("following", """
                    select o.name, f.since from organization.followers f
                    join organization.organizations o on o.id = f.organization_id where f.person_id = :person
                    """));
    }

    @Override
    public List<String> erasing() {
        return List.of("""
                    delete from organization.invitations where email = :email
                    """, """
                    delete from organization.memberships where person_id = :person
                    """, """
                    delete from organization.followers where person_id = :person
                    """, """
                    update organization.organizations set name = :nobody, slug = 'erased-' || id, description = '', website = null, logo = null
                    where personal and created_by = :person
                    """);
    }

    @Override
    public Map<String, String> objections() {
        return Map.ofEntries(Map.entry("sole_owner", """
                    select o.name from organization.organizations o join organization.memberships m on m.organization_id = o.id
                    where not o.personal and m.person_id = :person and m.role = 'owner'
                      and not exists (select from organization.memberships other where other.organization_id = o.id
                                      and other.role = 'owner' and other.person_id <> :person)
                    """));
    }
}
