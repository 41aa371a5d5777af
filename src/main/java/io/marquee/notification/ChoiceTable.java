package io.marquee.notification;

import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.Wire;
import io.marquee.platform.mail.Topic;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of what people chose not to get. */
@Repository
class ChoiceTable {
    private final JdbcClient jdbc;
    private final Clock clock;

    ChoiceTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean wants(EmailAddress email, Topic topic, Channel channel) {
        return !refused(email).contains(new Way(topic, channel));
    }

    Set<Way> refused(EmailAddress email) {
        return new HashSet<>(jdbc.sql("select topic, channel from notification.choices where email = ? and not wanted")
                .param(email.value())
                .query((row, n) ->
                        new Way(Wire.parse(Topic.class, row.getString(1)), Wire.parse(Channel.class, row.getString(2))))
                .list());
    }

    void set(EmailAddress email, Way way, boolean wanted) {
        jdbc.sql("""
                        insert into notification.choices values (:email, :topic, :channel, :wanted, :at)
                        on conflict (email, topic, channel) do update set wanted = excluded.wanted, changed_at = excluded.changed_at
                        """)
                .param("email", email.value())
                .param("topic", Wire.name(way.topic()))
                .param("channel", Wire.name(way.channel()))
                .param("wanted", wanted)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }
}
