package io.marquee.waitingroom.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.waitingroom.Chosen;
import io.marquee.waitingroom.MailedLinks;
import io.marquee.waitingroom.Place;
import io.marquee.waitingroom.Place.Stage;
import io.marquee.waitingroom.Places;
import io.marquee.waitingroom.RoomRefused;
import io.marquee.waitingroom.RoomRefused.RoomClosed;
import io.marquee.waitingroom.RoomRefused.TooManyLinks;
import io.marquee.waitingroom.WaitingRoom;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where people wait. A place is taken by a button and not by looking, so that no robot and no preview takes one. */
@Controller
@RequestMapping("/events/{slug}/waiting-room")
class RoomController {
    private final EventReads events;
    private final Places places;
    private final MailedLinks links;
    private final RoomPages pages;

    RoomController(EventReads events, Places places, MailedLinks links, RoomPages pages) {
        this.events = events;
        this.places = places;
        this.links = links;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String link,
            @RequestParam(required = false) @Nullable String chosen,
            HttpServletRequest request,
            HttpServletResponse response,
            Page page) {
        EventView event = events.shown(slug);
        Chosen choice = Chosen.parse(chosen);
        Place place = places.look(event.id(), WaitingRoom.pass(request, event.id()));
        if (place.stage() == Stage.OPEN) return SeeOther.to(choice.tickets(event));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        String proof = places.isGood(event.id(), link) ? link : null;
        return page(event, page).show("waitingroom/room", "view", pages.view(event, place, choice, proof, page));
    }

    @PostMapping("/places")
    ModelAndView take(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String link,
            @RequestParam(required = false) @Nullable String chosen,
            HttpServletRequest request,
            HttpServletResponse response,
            Page page,
            RedirectAttributes redirect) {
        EventView event = events.shown(slug);
        Chosen choice = Chosen.parse(chosen);
        try {
            String had = WaitingRoom.pass(request, event.id());
            PlaceCookies.write(request, response, event, places.take(event, had, link));
        } catch (RoomClosed open) {
            return SeeOther.to(choice.tickets(event));
        } catch (RoomRefused refused) {
            Flash.bad(page.text().why(refused)).with(redirect);
        }
        return SeeOther.to(choice.room(event));
    }

    @PostMapping("/links")
    ModelAndView mail(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(required = false) @Nullable String chosen,
            HttpServletRequest request,
            Page page,
            RedirectAttributes redirect) {
        EventView event = events.shown(slug);
        Chosen choice = Chosen.parse(chosen);
        try {
            String address = links.send(event, email, choice, page.text().locale());
            Flash.good(page.text().get("waitingroom.link_sent", address)).with(redirect);
        } catch (InvalidInput | TooManyLinks refused) {
            Place place = places.look(event.id(), WaitingRoom.pass(request, event.id()));
            if (place.stage() == Stage.OPEN) return SeeOther.to(choice.tickets(event));
            FieldErrors errors = refused instanceof InvalidInput invalid
                    ? FieldErrors.of(invalid, page.text())
                    : FieldErrors.of("email", page.text().why(refused));
            ModelAndView again = page(event, page)
                    .show("waitingroom/room", "view", pages.again(event, place, choice, email, errors, page));
            again.setStatus(HttpStatus.valueOf(refused.kind().status()));
            return again;
        } catch (RoomClosed open) {
            return SeeOther.to(choice.tickets(event));
        }
        return SeeOther.to(choice.room(event));
    }

    private static Page page(EventView event, Page page) {
        return page.titled(page.text().get("waitingroom.title", event.details().title()))
                .hue(event.details().hue())
                .withModule("room");
    }
}
