package io.marquee.checkin.label;

import io.marquee.event.EventEvent.EventCopied;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.Acting;
import io.marquee.registration.Questions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an event's team says of its badges. */
@Component
public class Badges {
    private final EventReads events;
    private final Questions questions;
    private final Acting acting;
    private final JdbcClient jdbc;

    Badges(EventReads events, Questions questions, Acting acting, JdbcClient jdbc) {
        this.events = events;
        this.questions = questions;
        this.acting = acting;
        this.jdbc = jdbc;
    }

    /** @throws io.marquee.kernel.Refusal unless the actor may edit the event */
    @Transactional(readOnly = true)
    public BadgeTemplate of(String eventIdOrSlug) {
        return read(events.where(Permission.EDIT_EVENT, eventIdOrSlug).id());
    }

    /** What they are printed on, for whoever may scan there; null where nobody chose it. */
    @Transactional(readOnly = true)
    public Label.@Nullable Size paper(String eventIdOrSlug) {
        EventView event = events.where(Permission.CHECK_IN, eventIdOrSlug);
        BadgeTemplate template =
                acting.<@Nullable BadgeTemplate>asSystem(event.organization(), () -> chosen(event.id()));
        return template == null ? null : template.size();
    }

    /** @throws InvalidInput at {@code questions} */
    @Transactional
    public BadgeTemplate set(String eventIdOrSlug, BadgeTemplate template) {
        EventView event = events.where(Permission.EDIT_EVENT, eventIdOrSlug);
        template.check(questions.asked(event.id()).stream()
                .map(question -> question.id().value())
                .toList());
        acting.asSystem(event.organization(), () -> write(event.id(), event.organization(), template));
        return template;
    }

    /** A copy of an event has the same; its questions are others, so that of answers it has the usual one. */
    @EventListener
    void on(EventCopied copied) {
        acting.asSystem(copied.organization(), () -> {
            BadgeTemplate template = chosen(copied.from());
            if (template == null) return;
            write(copied.event(), copied.organization(), new BadgeTemplate(template.size(), template.parts(), null));
        });
    }

    /** For the caller's transaction, which acts as the system. */
    BadgeTemplate read(EventId event) {
        BadgeTemplate chosen = chosen(event);
        return chosen == null ? BadgeTemplate.USUAL : chosen;
    }

    private @Nullable BadgeTemplate chosen(EventId event) {
        return jdbc.sql("select size, parts, questions from checkin.badges where event_id = ?")
                .param(event.value())
                .query(Badges::template)
                .optional()
                .orElse(null);
    }

    private void write(EventId event, OrganizationId organization, BadgeTemplate template) {
        List<UUID> asked = template.questions();
        int written = jdbc.sql("""
                        insert into checkin.badges (event_id, organization_id, size, parts, questions) values (?, ?, ?, ?, ?)
                        on conflict (event_id) do update
                          set size = excluded.size, parts = excluded.parts, questions = excluded.questions
                        """)
                .params(event.value(), organization.value(), template.size().word())
                .param(template.parts().stream().map(Wire::name).toArray(String[]::new))
                .param(asked == null ? null : asked.toArray(UUID[]::new))
                .update();
        if (written != 1) throw new IllegalStateException("expected one row, found " + written);
    }

    private static BadgeTemplate template(ResultSet row, int number) throws SQLException {
        java.sql.Array asked = row.getArray("questions");
        return new BadgeTemplate(
                Label.Size.of(row.getString("size")),
                Arrays.stream((String[]) row.getArray("parts").getArray())
                        .map(part -> Wire.parse(BadgeTemplate.Part.class, part))
                        .toList(),
                asked == null ? null : Arrays.asList((UUID[]) asked.getArray()));
    }
}
