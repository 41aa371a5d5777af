package io.marquee.notification;

import io.marquee.kernel.Ids;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Wire;
import io.marquee.platform.live.Herald;
import io.marquee.platform.mail.Topic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of what people are told within the product. A change is told to all nodes when it commits. */
@Repository
class NoticeTable {
    static final String CHANNEL = "marquee_news";
    private static final String COLUMNS = "select id, topic, kind, subject, link, created_at, read_at";

    private final JdbcClient jdbc;
    private final Herald herald;
    private final Clock clock;

    NoticeTable(JdbcClient jdbc, Herald herald, Clock clock) {
        this.jdbc = jdbc;
        this.herald = herald;
        this.clock = clock;
    }

    /** Nothing where there is one of this cause. */
    void add(PersonId person, NewMail mail, @Nullable String link) {
        int added = jdbc.sql("""
                        insert into notification.notices (id, person_id, cause, topic, kind, subject, link, created_at)
                        values (:id, :person, :cause, :topic, :kind, :subject, :link, :at)
                        on conflict do nothing
                        """)
                .param("id", Ids.next())
                .param("person", person.value())
                .param("cause", mail.cause())
                .param("topic", Wire.name(mail.topic()))
                .param("kind", mail.kind())
                .param("subject", mail.letter().subject())
                .param("link", link)
                .param("at", now())
                .update();
        if (added == 1) tell(person);
    }

    /** Of all of them, those with none as well. */
    Map<PersonId, Integer> unread(List<PersonId> people) {
        return jdbc
                .sql("""
                        select p, (select count(*) from notification.notices n where n.person_id = p and n.read_at is null)
                        from unnest(?) p
                        """)
                .param(people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, n) -> Map.entry(PersonId.of(row.getObject(1, UUID.class)), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Newest first. */
    List<NoticeView> list(PersonId person, @Nullable UUID before, int limit) {
        return jdbc.sql(COLUMNS + """
                         from notification.notices
                        where person_id = :person and (:before::uuid is null or id < :before::uuid)
                        order by id desc limit :limit
                        """)
                .param("person", person.value())
                .param("before", before)
                .param("limit", limit)
                .query(NoticeTable::map)
                .list();
    }

    @Nullable
    NoticeView find(PersonId person, UUID id) {
        return jdbc.sql(COLUMNS + " from notification.notices where person_id = ? and id = ?")
                .params(person.value(), id)
                .query(NoticeTable::map)
                .optional()
                .orElse(null);
    }

    /** @param id null for all of theirs */
    void read(PersonId person, @Nullable UUID id) {
        int read = jdbc.sql("""
                        update notification.notices set read_at = :at
                        where person_id = :person and read_at is null and (:id::uuid is null or id = :id::uuid)
                        """)
                .param("person", person.value())
                .param("id", id)
                .param("at", now())
                .update();
        if (read > 0) tell(person);
    }

    private void tell(PersonId person) {
        herald.tell(CHANNEL, List.of(person.toString()));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static NoticeView map(ResultSet row, int n) throws SQLException {
        Timestamp read = row.getTimestamp("read_at");
        return new NoticeView(
                row.getObject("id", UUID.class),
                Wire.parse(Topic.class, row.getString("topic")),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("link"),
                row.getTimestamp("created_at").toInstant(),
                read == null ? null : read.toInstant());
    }
}
