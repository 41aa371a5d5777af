package io.marquee.event;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EditedMeanwhile;
import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The commands on events. Each asks {@code Access} and refuses with reasons. */
@Component
public class Events {
    private static final int LONGEST_REASON = 1_000;
    private static final Set<EventState> UNEDITABLE = Set.of(EventState.CANCELLED, EventState.ARCHIVED);

    private final Access access;
    private final Acting acting;
    private final NewEvents newEvents;
    private final EventTable table;
    private final EventEdit edit;
    private final EventMoves moves;
    private final List<CommittedSales> sales;
    private final Clock clock;

    Events(
            Access access,
            Acting acting,
            NewEvents newEvents,
            EventTable table,
            EventEdit edit,
            EventMoves moves,
            List<CommittedSales> sales,
            Clock clock) {
        this.access = access;
        this.acting = acting;
        this.newEvents = newEvents;
        this.table = table;
        this.edit = edit;
        this.moves = moves;
        this.sales = sales;
        this.clock = clock;
    }

    /** A draft; one whose end is past is ended at once. @throws io.marquee.kernel.InvalidInput */
    @Transactional
    public EventView create(OrganizationId organization, EventDetails details) {
        access.require(Permission.CREATE_EVENT, organization);
        return newEvents.add(organization, details, null);
    }

    /**
     * @param version that the editor started from
     * @throws EditedMeanwhile when somebody else was quicker
     * @throws EventRefused when the event is cancelled or archived
     * @throws io.marquee.kernel.InvalidInput
     */
    @Transactional
    public EventView edit(EventId id, EventDetails details, int version) {
        EventView event = locked(Permission.EDIT_EVENT, id, table::lockForEdit);
        if (event.version() != version) {
            throw new EditedMeanwhile(event.version());
        }
        if (UNEDITABLE.contains(event.state())) {
            throw new EventRefused.NotEditable(event.state());
        }
        return edit.apply(event, details);
    }

    /** @throws EventRefused once anything is held or sold, or when the event is under way */
    @Transactional
    public void delete(EventId id) {
        EventView event = locked(Permission.DELETE_EVENT, id);
        if (event.state() == EventState.LIVE) {
            throw new EventRefused.NotDeletable(event.state());
        }
        refuseWhereSold(event);
        try {
            table.delete(id);
        } catch (DataIntegrityViolationException kept) {
            // modules above keep what must not vanish with it: an order that was never paid has its history too
            throw new EventRefused.SalesExist();
        }
    }

    /** @throws io.marquee.kernel.InvalidInput at {@code endsAt} when it would be over already */
    @Transactional
    public EventView publish(EventId id) {
        EventView event = locked(Permission.PUBLISH_EVENT, id);
        EventState.MOVES.require(event.state(), EventState.PUBLISHED);
        if (!event.endsAt().isAfter(clock.instant())) {
            throw InvalidInput.at("endsAt", "already_over");
        }
        return moves.publish(event);
    }

    /** Back to draft. @throws EventRefused once anything is held or sold */
    @Transactional
    public EventView unpublish(EventId id) {
        EventView event = locked(Permission.PUBLISH_EVENT, id);
        EventState.MOVES.require(event.state(), EventState.DRAFT);
        refuseWhereSold(event);
        return moves.unpublish(event);
    }

    /** Live before its time. Registration locks as it would at the start. */
    @Transactional
    public EventView goLive(EventId id) {
        return moves.start(locked(Permission.PUBLISH_EVENT, id));
    }

    /** @param reason for the people who bought: at most 1000 characters */
    @Transactional
    public EventView cancel(EventId id, String reason) {
        String words = EventRules.text(reason);
        InvalidInput.gather()
                .check(!words.isEmpty(), "reason", "required")
                .check(words.length() <= LONGEST_REASON, "reason", "too_long", LONGEST_REASON)
                .orThrow();
        return moves.cancel(locked(Permission.CANCEL_EVENT, id), words);
    }

    /** Puts an ended or cancelled event away. */
    @Transactional
    public EventView archive(EventId id) {
        return moves.archive(locked(Permission.EDIT_EVENT, id));
    }

    private EventView locked(Permission permission, EventId id) {
        return locked(permission, id, table::lock);
    }

    private EventView locked(Permission permission, EventId id, Function<EventId, @Nullable EventView> lock) {
        EventView event = table.find(id);
        if (event == null) {
            throw new NotFound("event");
        }
        access.require(permission, event.organization(), id);
        EventView locked = lock.apply(id);
        if (locked == null) {
            throw new NotFound("event");
        }
        return locked;
    }

    /** Asked as the system: whoever may unpublish need not be one who sees sales. */
    private void refuseWhereSold(EventView event) {
        boolean sold = acting.asSystem(
                event.organization(), () -> sales.stream().anyMatch(seller -> seller.exist(event.id())));
        if (sold) {
            throw new EventRefused.SalesExist();
        }
    }
}
