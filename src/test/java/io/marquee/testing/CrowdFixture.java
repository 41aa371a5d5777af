package io.marquee.testing;

import io.marquee.event.EventView;
import io.marquee.guest.GuestState;
import io.marquee.kernel.Ids;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.Acting;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Many guests at once, as if each had answered. */
@Component
public class CrowdFixture {
    private final Acting acting;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    CrowdFixture(Acting acting, JdbcClient jdbc, TransactionTemplate transaction) {
        this.acting = acting;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** @return their addresses */
    public List<String> come(EventView event, GuestState state, int many, String... tags) {
        List<String> emails = IntStream.range(0, many)
                .mapToObj(n -> PeopleFixture.address("crowd" + n))
                .toList();
        come(event, state, emails, "en", tags);
        return emails;
    }

    public UUID come(EventView event, GuestState state, String email, String locale, String... tags) {
        return come(event, state, List.of(email), locale, tags).getFirst();
    }

    private List<UUID> come(EventView event, GuestState state, List<String> emails, String locale, String... tags) {
        UUID[] ids = emails.stream().map(email -> Ids.next()).toArray(UUID[]::new);
        acting.asPlatform(() -> transaction.executeWithoutResult(status -> jdbc.sql("""
                        insert into guest.guests (id, event_id, organization_id, email, name, locale, state, since, offer_until, sort,
                          terms, tags, created_at)
                        select g.id, :event, :organization, g.email, 'Guest', :locale, :state, now(),
                               case when :state = 'offered' then now() + interval '1 day' end, g.email, :terms, :tags, now()
                        from unnest(:ids::uuid[], :emails::text[]) g (id, email)
                        """)
                .param("event", event.id().value())
                .param("organization", event.organization().value())
                .param("state", Wire.name(state))
                .param("locale", locale)
                .param("ids", ids)
                .param("emails", emails.toArray(String[]::new))
                .param("tags", tags)
                .param("terms", List.of(tags).stream().map(tag -> "#" + tag).toArray(String[]::new))
                .update()));
        return List.of(ids);
    }
}
