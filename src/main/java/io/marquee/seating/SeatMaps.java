package io.marquee.seating;

import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Ids;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.seating.SeatPlan.Row;
import io.marquee.seating.SeatPlan.Section;
import io.marquee.seating.SeatingRefused.PlanExists;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plans as a whole: made, copied from one that the organization keeps, kept for the next event, taken away. */
@Component
public class SeatMaps {
    private final MapRows rows;
    private final PlanRows plans;
    private final SeatPlans shown;
    private final SoldSeats sold;
    private final SeatsInLine line;
    private final Access access;
    private final Acting acting;
    private final Clock clock;

    SeatMaps(
            MapRows rows,
            PlanRows plans,
            SeatPlans shown,
            SoldSeats sold,
            SeatsInLine line,
            Access access,
            Acting acting,
            Clock clock) {
        this.rows = rows;
        this.plans = plans;
        this.shown = shown;
        this.sold = sold;
        this.line = line;
        this.access = access;
        this.acting = acting;
        this.clock = clock;
    }

    /** The event's plan as its team edits it, read now. */
    @Transactional(readOnly = true)
    public SeatPlan editable(EventView event) {
        return acting.asSystem(requireEditor(event), () -> plans.ofEvent(event.id()))
                .orElseThrow(() -> new NotFound("seat_map"));
    }

    /** Seats of it that somebody holds or bought, and those that are blocked. */
    public record Taken(Set<UUID> sold, Set<UUID> blocked) {}

    @Transactional(readOnly = true)
    public Taken taken(SeatPlan plan) {
        return acting.asSystem(plan.organization(), () -> {
            List<UUID> seats = plan.spots().map(spot -> spot.seat().id()).toList();
            return new Taken(new HashSet<>(rows.sold(seats)), new HashSet<>(rows.blocked(plan)));
        });
    }

    /** Those that the organization keeps, without what is drawn on them. */
    @Transactional(readOnly = true)
    public List<SeatPlan> kept(OrganizationId organization) {
        access.require(Permission.CREATE_EVENT, organization);
        return acting.asSystem(organization, () -> plans.kept(organization));
    }

    /** An empty plan. @throws PlanExists */
    @Transactional
    public SeatPlan create(EventView event, String name) {
        requireEditor(event);
        return acting.asSystem(event.organization(), () -> insert(event.organization(), event.id(), name, false));
    }

    /**
     * A copy of a plan that the organization keeps.
     *
     * @throws PlanExists
     * @throws NotFound where the organization has no such plan
     */
    @Transactional
    public SeatPlan copy(EventView event, UUID kept) {
        requireEditor(event);
        return acting.asSystem(event.organization(), () -> {
            SeatPlan source = plans.byId(kept)
                    .filter(plan -> plan.event() == null && plan.organization().equals(event.organization()))
                    .orElseThrow(() -> new NotFound("seat_map"));
            SeatPlan made = insert(event.organization(), event.id(), source.name(), source.noOrphans());
            draw(source, made, Map.of());
            return plans.byId(made.id()).orElseThrow();
        });
    }

    /**
     * The plan of one event for another, if it has one, with its blocked seats.
     *
     * @param types of the one and the other
     */
    @Transactional
    public void copy(EventView from, EventView to, Map<UUID, UUID> types) {
        requireEditor(to);
        acting.asSystem(
                requireEditor(from),
                () -> plans.ofEvent(from.id()).ifPresent(source -> {
                    SeatPlan made = insert(to.organization(), to.id(), source.name(), source.noOrphans());
                    draw(source, made, types);
                }));
    }

    /** Keeps a copy of an event's plan for the organization's next events, with its blocked seats. */
    @Transactional
    public SeatPlan keep(EventView event, String name) {
        SeatPlan source = editable(event);
        access.require(Permission.CREATE_EVENT, event.organization());
        return acting.asSystem(event.organization(), () -> {
            SeatPlan made = insert(event.organization(), null, name, source.noOrphans());
            draw(source, made, Map.of());
            return plans.byId(made.id()).orElseThrow();
        });
    }

    /** What the plan is called, and whether a choice may leave a single seat. */
    @Transactional
    public SeatPlan edit(EventView event, String name, boolean noOrphans) {
        SeatPlan plan = editable(event);
        checked(name);
        return acting.asSystem(event.organization(), () -> {
            rows.change(plan);
            rows.edit(plan, name.strip(), noOrphans);
            shown.forget(event.id());
            return plans.byId(plan.id()).orElseThrow();
        });
    }

    /**
     * Takes the event's plan away.
     *
     * @throws SeatingRefused when somebody holds or bought one of its seats
     */
    @Transactional
    public void delete(EventView event) {
        SeatPlan plan = editable(event);
        acting.asSystem(event.organization(), () -> {
            rows.change(plan);
            List<UUID> seats = plan.spots().map(spot -> spot.seat().id()).toList();
            rows.unblock(seats);
            sold.refuseToChange(plan, seats, () -> rows.delete(plan));
            line.offer(event.id(), List.of());
            shown.forget(event.id());
        });
    }

    private SeatPlan insert(OrganizationId organization, @Nullable EventId event, String name, boolean noOrphans) {
        checked(name);
        SeatPlan map = new SeatPlan(Ids.next(), organization, event, name.strip(), noOrphans, 1, List.of());
        if (!rows.insert(map, clock.instant())) throw new PlanExists();
        if (event != null) shown.forget(event);
        return map;
    }

    private static void checked(String name) {
        InvalidInput.gather()
                .check(!name.isBlank(), "name", "required")
                .check(name.strip().length() <= 120, "name", "too_long", 120)
                .orThrow();
    }

    /** @param types of the plan's event and of the copy's; sections sell nothing else yet */
    private void draw(SeatPlan source, SeatPlan made, Map<UUID, UUID> types) {
        Set<UUID> blocked = new HashSet<>(rows.blocked(source));
        int position = 0;
        for (Section section : source.sections()) {
            List<Row> copied = MapRows.copied(section.rows());
            List<UUID> sells = section.ticketTypes().stream()
                    .map(types::get)
                    .filter(Objects::nonNull)
                    .toList();
            rows.insert(made, new Section(Ids.next(), section.name(), sells, copied), position++);
            rows.block(
                    made,
                    pairs(section.rows(), copied).entrySet().stream()
                            .filter(pair -> blocked.contains(pair.getKey()))
                            .map(Map.Entry::getValue)
                            .collect(Collectors.toList()),
                    clock.instant());
        }
    }

    private static Map<UUID, UUID> pairs(List<Row> from, List<Row> to) {
        Map<UUID, UUID> pairs = new HashMap<>();
        for (int row = 0; row < from.size(); row++) {
            for (int seat = 0; seat < from.get(row).seats().size(); seat++) {
                pairs.put(
                        from.get(row).seats().get(seat).id(),
                        to.get(row).seats().get(seat).id());
            }
        }
        return pairs;
    }

    private OrganizationId requireEditor(EventView event) {
        access.require(Permission.EDIT_EVENT, event.organization(), event.id());
        return event.organization();
    }
}
