package io.marquee.ticketing.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.ticketing.Holds;
import io.marquee.ticketing.web.SeatsView.Place;
import io.marquee.waitingroom.Chosen;
import io.marquee.waitingroom.RoomRefused.MustWait;
import io.marquee.waitingroom.WaitingRoom;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Seats picked by hand become a hold, and the buyer is led to its checkout; at the counter, to what is still asked there. */
@Controller
class SeatPicker {
    private static final String ONLINE = "/events/{slug}/seats";
    private static final String COUNTER = "/manage/events/{slug}/box-office/seats";

    private final EventReads events;
    private final SeatPages pages;
    private final Holds holds;
    private final Capabilities capabilities;

    SeatPicker(EventReads events, SeatPages pages, Holds holds, Capabilities capabilities) {
        this.events = events;
        this.pages = pages;
        this.holds = holds;
        this.capabilities = capabilities;
    }

    @GetMapping(ONLINE)
    ModelAndView show(@PathVariable String slug, @RequestParam MultiValueMap<String, String> fields, Page page) {
        EventView event = events.shown(slug);
        return pages.shown(event, Place.online(event), SeatFields.of(fields), page);
    }

    @PostMapping(ONLINE)
    ModelAndView take(
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            Page page) {
        EventView event = events.shown(slug);
        String pass = WaitingRoom.pass(request, event.id());
        try {
            return pages.take(
                    event,
                    Place.online(event),
                    SeatFields.of(fields),
                    pass,
                    basket -> SeeOther.to("/checkout/"
                            + capabilities.tokenFor(
                                    holds.take(event, basket).id().value())),
                    page);
        } catch (MustWait wait) {
            return SeeOther.to(Chosen.of("/seats", fields).room(event));
        }
    }

    @GetMapping(COUNTER)
    ModelAndView showAtCounter(
            @PathVariable String slug, @RequestParam MultiValueMap<String, String> fields, Page page) {
        EventView event = events.where(Permission.SELL_AT_DOOR, slug);
        return pages.shown(event, Place.counter(event), SeatFields.of(fields), page);
    }

    @PostMapping(COUNTER)
    ModelAndView takeAtCounter(
            @PathVariable String slug, @RequestParam MultiValueMap<String, String> fields, Page page) {
        EventView event = events.where(Permission.SELL_AT_DOOR, slug);
        return pages.take(
                event,
                Place.counter(event),
                SeatFields.of(fields),
                null,
                basket -> SeeOther.to("/manage/events/" + event.slug() + "/box-office/holds/"
                        + holds.takeAtCounter(event, basket).id()),
                page);
    }
}
