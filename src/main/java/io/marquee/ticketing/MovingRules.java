package io.marquee.ticketing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.marquee.event.EventEvent.EventCopied;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.AfterCommit;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What an event's team says about codes that move. */
@Component
public class MovingRules {
    private final JdbcClient jdbc;
    private final Access access;
    private final Acting acting;
    private final TransactionTemplate reading;

    /** Each scan asks: it should not be the database. */
    private final Cache<EventId, MovingRule> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(3))
            .build();

    MovingRules(JdbcClient jdbc, Access access, Acting acting, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.access = access;
        this.acting = acting;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /** Some seconds stale at most. */
    public MovingRule of(EventView event) {
        return of(event.id(), event.organization());
    }

    public MovingRule of(EventId event, OrganizationId organization) {
        MovingRule remembered = known.getIfPresent(event);
        if (remembered != null) return remembered;
        MovingRule read =
                acting.asSystem(organization, () -> Objects.requireNonNull(reading.execute(status -> read(event))));
        known.put(event, read);
        return read;
    }

    /** From now on; gates hear of it within half a minute. @throws InvalidInput at {@code moving} */
    @Transactional
    public MovingRule set(EventView event, @Nullable MovingRule rule) {
        access.require(Permission.EDIT_EVENT, event.organization(), event.id());
        if (rule == null) throw InvalidInput.at("moving", "required");
        acting.asSystem(event.organization(), () -> write(event.id(), event.organization(), rule));
        return rule;
    }

    /** A copy of an event has the same rule. */
    @EventListener
    void on(EventCopied copied) {
        acting.asSystem(copied.organization(), () -> {
            MovingRule rule = read(copied.from());
            if (rule != MovingRule.OFF) write(copied.event(), copied.organization(), rule);
        });
    }

    private MovingRule read(EventId event) {
        return jdbc.sql("select moving from ticketing.code_rules where event_id = ?")
                .param(event.value())
                .query((row, n) -> Wire.parse(MovingRule.class, row.getString(1)))
                .optional()
                .orElse(MovingRule.OFF);
    }

    private void write(EventId event, OrganizationId organization, MovingRule rule) {
        int written = jdbc.sql("""
                        insert into ticketing.code_rules (event_id, organization_id, moving) values (?, ?, ?)
                        on conflict (event_id) do update set moving = excluded.moving
                        """)
                .params(event.value(), organization.value(), Wire.name(rule))
                .update();
        if (written != 1) throw new IllegalStateException("the rule was not written: " + event);
        AfterCommit.run(() -> known.invalidate(event));
    }
}
