package io.marquee.ordering.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Refusal;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.Basket;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.Holds;
import io.marquee.ticketing.TicketTypeReads;
import io.marquee.ticketing.TicketsRefused;
import io.marquee.waitingroom.RoomRefused.MustWait;
import io.marquee.waitingroom.WaitingRoom;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;

/** Picked tickets become a hold, and the buyer is led to its checkout. */
@Controller
class HoldController {
    private final EventReads events;
    private final TicketTypeReads types;
    private final Holds holds;
    private final Capabilities capabilities;
    private final Clock clock;

    HoldController(EventReads events, TicketTypeReads types, Holds holds, Capabilities capabilities, Clock clock) {
        this.events = events;
        this.types = types;
        this.holds = holds;
        this.capabilities = capabilities;
        this.clock = clock;
    }

    @PostMapping("/events/{slug}/holds")
    ModelAndView take(
            @PathVariable String slug,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) @Nullable String unlock,
            HttpServletRequest request,
            Page page) {
        EventView event = event(slug);
        Picked picked = Picked.of(fields);
        try {
            HoldView hold = holds.take(event, new Basket(picked.wanted(), unlock, place(event, request)));
            return SeeOther.to("/checkout/" + capabilities.tokenFor(hold.id().value()));
        } catch (MustWait wait) {
            return SeeOther.to(WaitingRoom.path(event));
        } catch (InvalidInput | TicketsRefused refused) {
            return chooseAgain(event, picked, unlock, refused, page);
        }
    }

    private static @Nullable String place(EventView event, HttpServletRequest request) {
        Cookie place = WebUtils.getCookie(request, WaitingRoom.cookie(event.id()));
        return place == null ? null : place.getValue();
    }

    /** From the cache, where everybody may see it: many come at once when a sale opens. */
    private EventView event(String slug) {
        try {
            return events.published(slug);
        } catch (NotFound notForEverybody) {
            return events.visible(slug);
        }
    }

    private ModelAndView chooseAgain(
            EventView event, Picked picked, @Nullable String unlock, Refusal refused, Page page) {
        Text text = page.text();
        ChooseView view =
                ChooseView.of(event, types.onShow(event.id(), unlock), picked, unlock, refused, text, clock.instant());
        ModelAndView shown =
                page.titled(event.details().title()).hue(event.details().hue()).show("ordering/choose", "view", view);
        shown.setStatus(HttpStatus.valueOf(refused.kind().status()));
        return shown;
    }
}
