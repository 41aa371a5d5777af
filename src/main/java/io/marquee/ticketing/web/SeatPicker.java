package io.marquee.ticketing.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Refusal;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import io.marquee.seating.SeatName;
import io.marquee.seating.SeatPlan;
import io.marquee.seating.SeatPlans;
import io.marquee.ticketing.Basket;
import io.marquee.ticketing.BuyerFields;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.Holds;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketsRefused;
import io.marquee.ticketing.Wanted;
import io.marquee.waitingroom.RoomRefused.MustWait;
import io.marquee.waitingroom.WaitingRoom;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Seats picked by hand become a hold, and the buyer is led to its checkout. The plan is drawn by a script; without it, and for
 * whoever prefers it, a section's seats are a list of checkboxes.
 */
@Controller
@RequestMapping("/events/{slug}/seats")
class SeatPicker {
    private final EventReads events;
    private final PickerShelves shelves;
    private final SeatPlans plans;
    private final Holds holds;
    private final Capabilities capabilities;
    private final Clock clock;

    SeatPicker(
            EventReads events,
            PickerShelves shelves,
            SeatPlans plans,
            Holds holds,
            Capabilities capabilities,
            Clock clock) {
        this.events = events;
        this.shelves = shelves;
        this.plans = plans;
        this.holds = holds;
        this.capabilities = capabilities;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug, @RequestParam MultiValueMap<String, String> fields, Page page) {
        return shown(events.shown(slug), SeatFields.of(fields), List.of(), null, page);
    }

    @PostMapping
    ModelAndView take(
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            Page page) {
        EventView event = events.shown(slug);
        SeatFields chosen = SeatFields.of(fields);
        List<Wanted> wanted = List.of();
        try {
            wanted = chosen.wanted(plans.spots(event.id()), onSale(event, shelf(event, chosen)));
            HoldView hold = holds.take(
                    event, new Basket(wanted, chosen.code(), chosen.unlock(), WaitingRoom.pass(request, event.id())));
            return SeeOther.to("/checkout/" + capabilities.tokenFor(hold.id().value()));
        } catch (MustWait wait) {
            return SeeOther.to(WaitingRoom.path(event));
        } catch (TicketsRefused.SeatsGone gone) {
            return shown(
                    event,
                    chosen.without(gone.seats().stream().map(SeatName::id).toList()),
                    wanted,
                    gone,
                    page);
        } catch (InvalidInput | TicketsRefused refused) {
            return shown(event, chosen, wanted, refused, page);
        }
    }

    private ModelAndView shown(
            EventView event, SeatFields chosen, List<Wanted> wanted, @Nullable Refusal refused, Page page) {
        SeatPlan plan = plans.of(event.id()).orElseThrow(() -> new NotFound("seat_map"));
        Text text = page.text();
        FieldErrors errors = BuyerFields.errors(
                refused, wanted.stream().map(Wanted::ticketType).toList(), text);
        SeatsView view = SeatsView.of(
                event,
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
