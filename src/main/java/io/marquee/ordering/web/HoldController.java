package io.marquee.ordering.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.batch.TooManyWaiting;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.Holds;
import io.marquee.ticketing.TicketsRefused;
import io.marquee.waitingroom.Chosen;
import io.marquee.waitingroom.RoomRefused.MustWait;
import io.marquee.waitingroom.WaitingRoom;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Picked tickets become a hold, and the buyer is led to its checkout. */
@Controller
class HoldController {
    private final EventReads events;
    private final Holds holds;
    private final Choosing choosing;
    private final Capabilities capabilities;

    HoldController(EventReads events, Holds holds, Choosing choosing, Capabilities capabilities) {
        this.events = events;
        this.holds = holds;
        this.choosing = choosing;
        this.capabilities = capabilities;
    }

    @PostMapping("/events/{slug}/holds")
    ModelAndView take(
            @PathVariable String slug,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            Page page) {
        EventView event = events.shown(slug);
        Picked picked = Picked.of(fields);
        try {
            HoldView hold = holds.take(event, choosing.basket(event, picked, WaitingRoom.pass(request, event.id())));
            return SeeOther.to("/checkout/" + capabilities.tokenFor(hold.id().value()));
        } catch (MustWait wait) {
            return SeeOther.to(picked.chosen().room(event));
        } catch (InvalidInput | TicketsRefused | TooManyWaiting refused) {
            ModelAndView shown = choosing.again(event, picked, refused, page);
            shown.setStatus(HttpStatus.valueOf(refused.kind().status()));
            return shown;
        }
    }

    /** What was picked before the way led elsewhere; nothing picked, the event's page. */
    @GetMapping("/events/{slug}/holds")
    ModelAndView again(@PathVariable String slug, @RequestParam Map<String, String> fields, Page page) {
        EventView event = events.shown(slug);
        Picked picked = Picked.of(fields);
        return picked.chosen().equals(Chosen.NOTHING)
                ? SeeOther.to("/events/" + event.slug())
                : choosing.priced(event, picked, page);
    }

    /** What the picked tickets would cost: for the form as it is being filled, or as a page that shows it all again. */
    @PostMapping("/events/{slug}/quotes")
    ModelAndView quote(
            @PathVariable String slug,
            @RequestParam Map<String, String> fields,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Page page) {
        EventView event = events.shown(slug);
        Picked picked = Picked.of(fields);
        return fragment == null ? choosing.priced(event, picked, page) : choosing.quote(event, picked, page);
    }
}
