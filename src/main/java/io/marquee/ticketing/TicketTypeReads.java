package io.marquee.ticketing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.AfterCommit;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What others may read of ticket types. */
@Component
public class TicketTypeReads {
    private final TicketTypeRows rows;
    private final SeatsLeft seats;
    private final EventReads events;
    private final Access access;
    private final Acting acting;
    private final TransactionTemplate reading;
    private final Cache<EventId, List<TicketTypeView>> shown = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build();

    TicketTypeReads(
            TicketTypeRows rows,
            SeatsLeft seats,
            EventReads events,
            Access access,
            Acting acting,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.seats = seats;
        this.events = events;
        this.access = access;
        this.acting = acting;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /** As {@link #onShow(EventId, String)}, of what may be shown to somebody in particular. */
    public List<TicketTypeView> onShow(EventId event, Predicate<TicketTypeView> shown) {
        return onSale(event).stream().filter(shown).toList();
    }

    /**
     * What the event's page shows, in order, from a cache in the process that is at most a second stale. Archived types are
     * left out; hidden ones too, unless their key is given. Whoever asks has seen the event already.
     */
    public List<TicketTypeView> onShow(EventId event, @Nullable String unlockKey) {
        return onShow(event, type -> !type.hidden() || type.unlockKey().equals(unlockKey));
    }

    /** As {@link #onShow}, but as it stands now: for pages that are themselves kept for a second. */
    public List<TicketTypeView> onShowNow(EventId event, @Nullable String unlockKey) {
        forget(event);
        return onShow(event, unlockKey);
    }

    /**
     * All of an event's, archived ones last, for its team.
     *
     * @throws io.marquee.kernel.Refusal unless whoever acts may see the event from inside
     */
    public List<TicketTypeView> all(EventId event) {
        EventView seen = events.byId(event);
        access.require(Permission.SEE_EVENT, seen.organization(), event);
        return seats.counted(acting.asSystem(seen.organization(), () -> read(() -> rows.ofEvent(event))));
    }

    /** What is on show of several events to everybody, each in order; events without any are left out. */
    public Map<EventId, List<TicketTypeView>> onShow(Collection<EventId> events) {
        return seats.counted(acting.asPlatform(() -> read(() -> rows.ofEvents(events)))).stream()
                .filter(type -> !type.archived() && !type.hidden())
                .collect(Collectors.groupingBy(TicketTypeView::event));
    }

    /** Those of these that there are. Whoever asks has decided that the viewer may know. */
    public Map<TicketTypeId, TicketTypeView> byIds(Collection<TicketTypeId> ids) {
        return acting.asPlatform(() -> read(() -> rows.byIds(ids))).stream()
                .collect(Collectors.toMap(TicketTypeView::id, Function.identity()));
    }

    /** One that whoever acts may edit. */
    public TicketTypeView editable(TicketTypeId id) {
        TicketTypeView type = byIds(List.of(id)).get(id);
        if (type == null) throw new NotFound("ticket_type");
        access.require(Permission.EDIT_EVENT, type.organization(), type.event());
        return type;
    }

    /** After a change by this node, once it is committed; the others see it within a second. */
    void forget(EventId event) {
        AfterCommit.run(() -> shown.invalidate(event));
    }

    /** Every type that is not archived; what a running transaction has not committed never gets into the cache. */
    private List<TicketTypeView> onSale(EventId event) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? load(event)
                : Objects.requireNonNull(shown.get(event, this::load));
    }

    private List<TicketTypeView> load(EventId event) {
        return seats.counted(
                everything(event).stream().filter(type -> !type.archived()).toList());
    }

    /** Archived ones last, as they stand now. Whoever asks has decided that the viewer may know. */
    List<TicketTypeView> everything(EventId event) {
        return acting.asPlatform(() -> read(() -> rows.ofEvent(event)));
    }

    private <T> T read(Supplier<T> query) {
        return Objects.requireNonNull(reading.execute(status -> query.get()));
    }
}
