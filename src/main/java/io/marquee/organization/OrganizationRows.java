package io.marquee.organization;

import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of organizations. Everybody may read them. */
@Component
class OrganizationRows {
    private static final String SELECT = """
            select id, slug, name, description, website, logo, hue, personal from organization.organizations
            """;

    private final JdbcClient jdbc;

    OrganizationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<OrganizationView> byId(OrganizationId id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id.value())
                .query(OrganizationRows::view)
                .optional();
    }

    Optional<OrganizationView> bySlug(String slug) {
        return jdbc.sql(SELECT + "where slug = ?")
                .param(slug)
                .query(OrganizationRows::view)
                .optional();
    }

    /** By name. */
    List<OrganizationView> byIds(Collection<UUID> ids) {
        return jdbc.sql(SELECT + "where id = any(?) order by lower(name), id")
                .param(ids.toArray(UUID[]::new))
                .query(OrganizationRows::view)
                .list();
    }

    Optional<OrganizationView> personalOf(PersonId person) {
        return jdbc.sql(SELECT + "where created_by = ? and personal")
                .param(person.value())
                .query(OrganizationRows::view)
                .optional();
    }

    /** @return whether it was made; false when the slug is taken, or the person has a personal one already */
    boolean insert(OrganizationView view, PersonId creator, Instant now) {
        return jdbc.sql("""
                        insert into organization.organizations
                          (id, slug, name, description, website, logo, hue, personal, created_at, created_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                        .param(view.id().value())
                        .param(view.slug())
                        .param(view.name())
                        .param(view.description())
                        .param(view.website())
                        .param(view.logo())
                        .param(view.hue())
                        .param(view.personal())
                        .param(Timestamp.from(now))
                        .param(creator.value())
                        .update()
                == 1;
    }

    /** @return whether it was there and the actor's */
    boolean updateBrand(OrganizationView view) {
        return jdbc.sql("""
                        update organization.organizations set name = ?, description = ?, website = ?, hue = ?
                        where id = ?
                        """)
                        .param(view.name())
                        .param(view.description())
                        .param(view.website())
                        .param(view.hue())
                        .param(view.id().value())
                        .update()
                == 1;
    }

    /** @return whether it was there and the actor's */
    boolean updateLogo(OrganizationId id, @Nullable UUID image) {
        return jdbc.sql("update organization.organizations set logo = ? where id = ?")
                        .param(image)
                        .param(id.value())
                        .update()
                == 1;
    }

    /** It stops being this person's personal one, if it was: they own it no longer. */
    void noLongerPersonal(OrganizationId id, PersonId person) {
        jdbc.sql("update organization.organizations set personal = false where id = ? and created_by = ? and personal")
                .param(id.value())
                .param(person.value())
                .update();
    }

    private static OrganizationView view(ResultSet row, int n) throws SQLException {
        return new OrganizationView(
                OrganizationId.of(row.getObject("id", UUID.class)),
                row.getString("slug"),
                row.getString("name"),
                row.getString("description"),
                row.getString("website"),
                row.getObject("logo", UUID.class),
                row.getInt("hue"),
                row.getBoolean("personal"));
    }
}
