package io.marquee.ticketing.web;

import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Refusal;
import io.marquee.platform.batch.TooManyWaiting;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Text;
import io.marquee.seating.SeatName;
import io.marquee.seating.SeatPlan;
import io.marquee.seating.SeatPlans;
import io.marquee.ticketing.Basket;
import io.marquee.ticketing.BuyerFields;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketsRefused;
import io.marquee.ticketing.Wanted;
import io.marquee.ticketing.web.SeatsView.Place;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * The seats of an event to pick from, for a buyer or at the counter. The plan is drawn by a script; without it, and for
 * whoever prefers it, a section's seats are a list of checkboxes.
 */
@Component
class SeatPages {
    private final PickerShelves shelves;
    private final SeatPlans plans;
    private final Clock clock;

    SeatPages(PickerShelves shelves, SeatPlans plans, Clock clock) {
        this.shelves = shelves;
        this.plans = plans;
        this.clock = clock;
    }

    /** Takes what was chosen and leads on; shows the seats again where it can't be had. */
    ModelAndView take(
            EventView event,
            Place place,
            SeatFields chosen,
            @Nullable String pass,
            Function<Basket, ModelAndView> take,
            Page page) {
        List<Wanted> wanted = List.of();
        try {
            wanted = chosen.wanted(plans.spots(event.id()), onSale(event, shelf(event, chosen)));
            return take.apply(new Basket(wanted, chosen.code(), chosen.unlock(), pass));
        } catch (TicketsRefused.SeatsGone gone) {
            return shown(
                    event,
                    place,
                    chosen.without(gone.seats().stream().map(SeatName::id).toList()),
                    wanted,
                    gone,
                    page);
        } catch (InvalidInput | TicketsRefused | TooManyWaiting refused) {
            return shown(event, place, chosen, wanted, refused, page);
        }
    }

    ModelAndView shown(EventView event, Place place, SeatFields chosen, Page page) {
        return shown(event, place, chosen, List.of(), null, page);
    }

    private ModelAndView shown(
            EventView event,
            Place place,
            SeatFields chosen,
            List<Wanted> wanted,
            @Nullable Refusal refused,
            Page page) {
        SeatPlan plan = plans.of(event.id()).orElseThrow(() -> new NotFound("seat_map"));
        Text text = page.text();
        FieldErrors errors = BuyerFields.errors(
                refused, wanted.stream().map(Wanted::ticketType).toList(), text);
        SeatsView view = SeatsView.of(
                event,
                place,
                plan,
                plans.states(event.id()).orElseThrow(),
                shelf(event, chosen),
                onSale(event, shelf(event, chosen)),
                chosen,
                refused == null ? null : errors.any() ? BuyerFields.elsewhere(errors) : text.why(refused),
                errors,
                text);
        ModelAndView shown = page.titled(text.get("ticketing.seats.title", view.title()))
                .hue(event.details().hue())
                .withModule("seats")
                .show("ticketing/seats", "view", view);
        if (refused != null) shown.setStatus(HttpStatus.valueOf(refused.kind().status()));
        return shown;
    }

    private PickerView.Shelf shelf(EventView event, SeatFields chosen) {
        return shelves.of(event.id(), chosen.code() == null ? chosen.unlock() : chosen.code());
    }

    /** What can be had now. */
    private List<TicketTypeView> onSale(EventView event, PickerView.Shelf shelf) {
        boolean open = event.registrationOpen(clock.instant());
        return shelf.types().stream()
                .filter(type -> open && type.inSaleWindow(clock.instant()))
                .toList();
    }
}
