package io.marquee.organization;

import io.marquee.identity.Access;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who wants to hear of an organization's events. Its own people learn how many they are, never who. */
@Component
public class Followers {
    private final JdbcClient jdbc;
    private final OrganizationReads organizations;
    private final Access access;
    private final Acting acting;
    private final Clock clock;

    Followers(JdbcClient jdbc, OrganizationReads organizations, Access access, Acting acting, Clock clock) {
        this.jdbc = jdbc;
        this.organizations = organizations;
        this.access = access;
        this.acting = acting;
        this.clock = clock;
    }

    /** From now on, if not already. @throws io.marquee.kernel.Unauthenticated */
    @Transactional
    public void follow(OrganizationId organization) {
        add(organization, access.personId());
    }

    /** For whoever acts as they or as the platform. */
    @Transactional
    public void add(OrganizationId organization, PersonId person) {
        jdbc.sql("""
                        insert into organization.followers (organization_id, person_id, since) values (?, ?, ?)
                        on conflict do nothing
                        """)
                .params(organization.value(), person.value(), Timestamp.from(clock.instant()))
                .update();
    }

    /** No more, if ever. @throws io.marquee.kernel.Unauthenticated */
    @Transactional
    public void unfollow(OrganizationId organization) {
        remove(organization, access.personId());
    }

    /** Likewise. */
    @Transactional
    public void remove(OrganizationId organization, PersonId person) {
        jdbc.sql("delete from organization.followers where organization_id = ? and person_id = ?")
                .params(organization.value(), person.value())
                .update();
    }

    /** Whether the person who acts does; nobody else follows anything. */
    @Transactional(readOnly = true)
    public boolean isFollowed(OrganizationId organization) {
        return Acting.current() instanceof Actor.Person actor && has(organization, actor.person());
    }

    /** Likewise. */
    @Transactional(readOnly = true)
    public boolean has(OrganizationId organization, PersonId person) {
        return jdbc.sql(
                        "select exists (select from organization.followers where organization_id = ? and person_id = ?)")
                .params(organization.value(), person.value())
                .query(Boolean.class)
                .single();
    }

    /** What the person who acts follows, by name. @throws io.marquee.kernel.Unauthenticated */
    @Transactional(readOnly = true)
    public List<OrganizationView> mine() {
        List<OrganizationId> ids = jdbc.sql("select organization_id from organization.followers where person_id = ?")
                .param(access.personId().value())
                .query((row, n) -> OrganizationId.of(row.getObject(1, UUID.class)))
                .list();
        return organizations.byIds(ids).values().stream()
                .sorted(Comparator.comparing(OrganizationView::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(OrganizationView::slug))
                .toList();
    }

    @Transactional(readOnly = true)
    public int count(OrganizationId organization) {
        return acting.asPlatform(() -> jdbc.sql("select count(*) from organization.followers where organization_id = ?")
                .param(organization.value())
                .query(Integer.class)
                .single());
    }

    /** A batch of them in a lasting order, for letters. @param after the last one of the batch before; null for the first */
    @Transactional(readOnly = true)
    public List<PersonId> batch(OrganizationId organization, @Nullable PersonId after, int limit) {
        return acting.asPlatform(() -> jdbc.sql("""
                        select person_id from organization.followers
                        where organization_id = :organization and (:after::uuid is null or person_id > :after::uuid)
                        order by person_id limit :limit
                        """)
                .param("organization", organization.value())
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query((row, n) -> PersonId.of(row.getObject(1, UUID.class)))
                .list());
    }
}
