package io.marquee.ticketing;

import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import io.marquee.seating.SeatChoice;
import io.marquee.seating.SeatName;
import io.marquee.seating.SeatPlan;
import io.marquee.seating.SeatPlans;
import io.marquee.seating.SeatStates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Says which seats a cart gets: those that were picked, and the best ones for the rest of what is sold with a seat. */
@Component
class Seating {
    private final SeatPlans plans;
    private final SeatChoice choice;

    Seating(SeatPlans plans, SeatChoice choice) {
        this.plans = plans;
        this.choice = choice;
    }

    /** Whether any of it is sold with a seat; seats that were picked where nobody sits are refused. */
    boolean concerns(EventId event, Cart cart) {
        SeatPlan plan = plans.of(event).orElse(null);
        InvalidInput.Gatherer broken = InvalidInput.gather();
        boolean seated = false;
        for (int i = 0; i < cart.items().size(); i++) {
            Wanted item = cart.items().get(i);
            boolean sits = plan != null && plan.sells(item.ticketType().value());
            broken.check(sits || item.seats().isEmpty(), "items[" + i + "].seats", "no_seats");
            seated |= sits;
        }
        broken.orThrow();
        return seated;
    }

    /** @throws InvalidInput on seats that are not there, are not sold as this type, are named twice, or leave one alone */
    void check(EventId event, Cart cart) {
        Map<UUID, SeatPlan.Spot> spots = plans.spots(event);
        Set<UUID> all = new HashSet<>();
        InvalidInput.Gatherer broken = InvalidInput.gather();
        for (int i = 0; i < cart.items().size(); i++) {
            Wanted item = cart.items().get(i);
            String field = "items[" + i + "].seats";
            for (UUID seat : item.seats()) {
                SeatPlan.Spot spot = spots.get(seat);
                boolean sold = spot != null
                        && spot.section()
                                .ticketTypes()
                                .contains(item.ticketType().value());
                broken.check(sold, field, "seat_not_sold_as_this");
                broken.check(all.add(seat), field, "seat_twice");
            }
            broken.check(item.seats().isEmpty() || item.seats().size() == item.quantity(), field, "seats_and_quantity");
        }
        broken.orThrow();
        choice.leftAlone(event, all).ifPresent(alone -> {
            throw InvalidInput.at("items", "leaves_a_seat_alone", alone.section(), alone.row(), alone.seat());
        });
    }

    /**
     * Everything in the order of the cart's tickets; none where there are not as many free seats.
     *
     * @param others seats that are about to be somebody else's
     * @param rank how many of the best choices are left to others
     */
    List<HeldSeats.Sold> seats(EventId event, Cart cart, Set<UUID> others, int rank) {
        if (cart.items().stream().anyMatch(item -> item.seats().stream().anyMatch(others::contains))) return List.of();
        List<Wanted> open = open(event, cart);
        Set<UUID> taken = new HashSet<>(others);
        cart.items().forEach(item -> taken.addAll(item.seats()));
        Map<TicketTypeId, List<UUID>> best = new HashMap<>();
        if (!together(event, open, taken, rank, best)) {
            for (Wanted item : open) {
                List<UUID> seats = best(event, List.of(item), taken, rank);
                if (seats.isEmpty()) return List.of();
                taken.addAll(seats);
                best.put(item.ticketType(), seats);
            }
        }
        Map<UUID, SeatPlan.Spot> spots = plans.spots(event);
        List<HeldSeats.Sold> sold = new ArrayList<>();
        for (Wanted item : cart.items()) {
            List<UUID> seats = item.seats().isEmpty() ? best.getOrDefault(item.ticketType(), List.of()) : item.seats();
            for (UUID seat : seats) {
                SeatPlan.Spot spot = spots.get(seat);
                if (spot == null) return List.of();
                sold.add(new HeldSeats.Sold(item.ticketType(), spot.name()));
            }
        }
        return sold;
    }

    /** What is sold with a seat and had none picked. */
    private List<Wanted> open(EventId event, Cart cart) {
        SeatPlan plan = plans.of(event).orElseThrow();
        return cart.items().stream()
                .filter(item ->
                        item.seats().isEmpty() && plan.sells(item.ticketType().value()))
                .toList();
    }

    /** How many seats are free for the first type of the cart for which there are too few; empty where there are enough. */
    Optional<Missing> missing(EventId event, Cart cart) {
        Map<UUID, Integer> free = plans.freeByType(event);
        int others = 0;
        for (Wanted item : open(event, cart)) {
            int left = Math.max(0, free.getOrDefault(item.ticketType().value(), 0) - others);
            if (left < item.quantity()) return Optional.of(new Missing(item.ticketType(), left));
            others += item.quantity();
        }
        return Optional.empty();
    }

    record Missing(TicketTypeId type, int left) {}

    /** Who buys several types at once comes together: the best seats of a section that sells all of them, dealt out. */
    private boolean together(
            EventId event, List<Wanted> open, Set<UUID> taken, int rank, Map<TicketTypeId, List<UUID>> best) {
        List<UUID> seats = open.isEmpty() ? List.of() : best(event, open, taken, rank);
        int from = 0;
        for (Wanted item : seats.isEmpty() ? List.<Wanted>of() : open) {
            best.put(item.ticketType(), seats.subList(from, from + item.quantity()));
            from += item.quantity();
        }
        return open.isEmpty() || !seats.isEmpty();
    }

    private List<UUID> best(EventId event, List<Wanted> items, Set<UUID> taken, int rank) {
        return choice.best(
                event,
                items.stream().map(item -> item.ticketType().value()).toList(),
                items.stream().mapToInt(Wanted::quantity).sum(),
                taken,
                rank);
    }

    /** Reads which of these are taken, for what follows. */
    void look(EventId event, List<UUID> seats) {
        if (!seats.isEmpty()) plans.look(event, seats);
    }

    /** Of the seats that were picked, those that somebody else has by now. */
    List<SeatName> gone(EventId event, Cart cart) {
        Map<UUID, SeatPlan.Spot> spots = plans.spots(event);
        SeatStates states = plans.states(event).orElseThrow();
        return cart.items().stream()
                .flatMap(item -> item.seats().stream())
                .map(spots::get)
                .filter(spot -> spot != null && !states.isFree(spot.number()))
                .map(SeatPlan.Spot::name)
                .toList();
    }
}
