package io.marquee.notification;

import io.marquee.identity.PersonView;
import io.marquee.kernel.Ids;
import io.marquee.kernel.Wire;
import io.marquee.platform.live.Herald;
import io.marquee.platform.mail.Circulation.Circular;
import io.marquee.platform.mail.Circulation.Copy;
import io.marquee.platform.mail.Letter;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of mails and notices that many get at once. Seen by the platform alone. */
@Repository
class CircularTable {
    private final JdbcClient jdbc;
    private final Herald herald;
    private final Clock clock;

    CircularTable(JdbcClient jdbc, Herald herald, Clock clock) {
        this.jdbc = jdbc;
        this.herald = herald;
        this.clock = clock;
    }

    /**
     * What speaks against writing to an address.
     *
     * @param mail why it gets no mail, on the wire; null where it does
     */
    record Said(@Nullable String mail, boolean takesNotices) {
        static final Said NOTHING = new Said(null, true);
    }

    /** By address; whoever said nothing is left out. A mailbox that takes no mail is no word of the person's. */
    Map<String, Said> against(Circular circular, Collection<String> emails) {
        Map<String, Said> said = new HashMap<>();
        jdbc.sql("""
                        select email, coalesce(min(reason), min(choice) filter (where choice = 'unwanted')),
                               not coalesce(bool_or(reason <> 'bounced' or choice = 'silent'), false)
                        from (
                          select e.email, s.reason, null choice from unnest(:emails) e (email)
                            join notification.suppressions s on s.email in (e.email, notification.digest_of(e.email))
                           where (s.organization_id is null or s.organization_id = :organization)
                             and (s.topic is null or s.topic = :topic)
                          union all
                          select c.email, null, case c.channel when 'email' then 'unwanted' else 'silent' end
                            from notification.choices c
                           where c.email = any (:emails) and c.topic = :topic and not c.wanted) them
                        group by email
                        """)
                .param("emails", emails.toArray(String[]::new))
                .param("organization", circular.organization().value())
                .param("topic", Wire.name(circular.topic()))
                .query(row -> {
                    said.put(row.getString(1), new Said(row.getString(2), row.getBoolean(3)));
                });
        return said;
    }

    /** @param why it is withheld; null unless it is */
    record Row(
            UUID id,
            Copy copy,
            LetterPress.Printed printed,
            MailState state,
            @Nullable String why) {}

    /** @return those that were written: of the others there is a mail of the same cause */
    Set<UUID> mail(Circular circular, List<Row> rows) {
        return new HashSet<>(jdbc.sql("""
                        insert into notification.mails
                          (id, circular, kind, topic, organization_id, created_at, cause, recipient, locale, subject, html, plain, state,
                           last_error, tracked_to)
                        select m.id, :circular, :kind, :topic, :organization, :at, m.cause, m.recipient, m.locale, m.subject, m.html,
                               m.plain, m.state, m.why, m.tracked
                        from unnest(:ids::uuid[], :causes::text[], :recipients::text[], :locales::text[], :subjects::text[],
                                    :html::text[], :plain::text[], :states::text[], :why::text[], :tracked::text[])
                             m (id, cause, recipient, locale, subject, html, plain, state, why, tracked)
                        on conflict (cause) do nothing returning id
                        """)
                .param("circular", circular.id())
                .param("kind", circular.kind())
                .param("topic", Wire.name(circular.topic()))
                .param("organization", circular.organization().value())
                .param("at", now())
                .param("ids", rows.stream().map(Row::id).toArray(UUID[]::new))
                .param("causes", column(rows, row -> row.copy().cause()))
                .param("recipients", column(rows, row -> row.copy().email()))
                .param("locales", column(rows, row -> row.copy().letter().language()))
                .param("subjects", column(rows, row -> row.copy().letter().subject()))
                .param("html", column(rows, row -> row.printed().html()))
                .param("plain", column(rows, row -> row.printed().plain()))
                .param("states", column(rows, row -> Wire.name(row.state())))
                .param("why", column(rows, Row::why))
                .param("tracked", column(rows, row -> row.printed().trackedTo()))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list());
    }

    /** @param link a path of ours; null for none */
    record Note(
            UUID person,
            String cause,
            String subject,
            @Nullable String link) {
        static Note of(@Nullable PersonView person, Copy copy, String here) {
            Letter.Button button = copy.letter().button();
            String link = button != null && button.url().startsWith(here + "/")
                    ? button.url().substring(here.length())
                    : null;
            UUID id = Objects.requireNonNull(person).id().value();
            return new Note(id, copy.cause(), copy.letter().subject(), link);
        }
    }

    /** Nothing where there is one of the same cause; whoever has a new one is told on all nodes. */
    void tell(Circular circular, List<Note> notes) {
        if (notes.isEmpty()) return;
        List<String> told = jdbc.sql("""
                        insert into notification.notices (id, topic, kind, created_at, person_id, cause, subject, link)
                        select n.id, :topic, :kind, :at, n.person, n.cause, n.subject, n.link
                        from unnest(:ids::uuid[], :people::uuid[], :causes::text[], :subjects::text[], :links::text[])
                             n (id, person, cause, subject, link)
                        on conflict do nothing returning person_id::text
                        """)
                .param("topic", Wire.name(circular.topic()))
                .param("kind", circular.kind())
                .param("at", now())
                .param("ids", notes.stream().map(note -> Ids.next()).toArray(UUID[]::new))
                .param("people", notes.stream().map(Note::person).toArray(UUID[]::new))
                .param("causes", column(notes, Note::cause))
                .param("subjects", column(notes, Note::subject))
                .param("links", column(notes, Note::link))
                .query((row, n) -> row.getString(1))
                .list();
        herald.tell(NoticeTable.CHANNEL, told);
    }

    Map<String, Integer> fates(UUID circular) {
        Map<String, Integer> fates = new HashMap<>();
        jdbc.sql("""
                        select state, count(*), count(tracked_to), count(opened_at), count(clicked_at)
                        from notification.mails where circular = ? group by state
                        """).param(circular).query(row -> {
            fates.put(row.getString(1), row.getInt(2));
            if (row.getInt(3) == 0) return;
            fates.merge("opened", row.getInt(4), Integer::sum);
            fates.merge("clicked", row.getInt(5), Integer::sum);
        });
        return fates;
    }

    private static <T> String[] column(List<T> rows, Function<T, @Nullable String> part) {
        return rows.stream().map(part).toArray(String[]::new);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
