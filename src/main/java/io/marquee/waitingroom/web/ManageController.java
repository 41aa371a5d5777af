package io.marquee.waitingroom.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Wire;
import io.marquee.platform.config.Settings;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Stat;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.Tone;
import io.marquee.waitingroom.RoomMode;
import io.marquee.waitingroom.RoomState;
import io.marquee.waitingroom.RoomView;
import io.marquee.waitingroom.WaitingRoom;
import io.marquee.waitingroom.WaitingRooms;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An event's waiting room, for its team; {@code /figures} is the part of the page that moves. */
@Controller
@RequestMapping("/manage/events/{slug}/waiting-room")
class ManageController {
    private final EventReads events;
    private final WaitingRooms rooms;
    private final Access access;
    private final Settings settings;

    ManageController(EventReads events, WaitingRooms rooms, Access access, Settings settings) {
        this.events = events;
        this.rooms = rooms;
        this.access = access;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug, Page page) {
        EventView event = event(slug);
        RoomView room = rooms.of(event);
        RoomForm form = RoomForm.of(room.settings(), event.details().timeZone());
        return page(event, page).show("waitingroom/manage", "view", view(event, room, form, FieldErrors.none(), page));
    }

    @GetMapping("/figures")
    ModelAndView figures(@PathVariable String slug, Page page) {
        EventView event = event(slug);
        RoomView room = rooms.of(event);
        RoomForm form = RoomForm.of(room.settings(), event.details().timeZone());
        return page.show("waitingroom/figures", "view", view(event, room, form, FieldErrors.none(), page));
    }

    @PostMapping
    ModelAndView change(
            @PathVariable String slug,
            @RequestParam Map<String, String> fields,
            Page page,
            RedirectAttributes redirect) {
        EventView event = event(slug);
        RoomForm form = RoomForm.of(fields);
        try {
            rooms.change(event, form.settings(event.details().timeZone()));
            Flash.good(page.text().get("waitingroom.manage.saved")).with(redirect);
            return SeeOther.to(path(event));
        } catch (InvalidInput invalid) {
            FieldErrors errors = FieldErrors.of(invalid, page.text());
            ModelAndView again = page(event, page)
                    .show("waitingroom/manage", "view", view(event, rooms.of(event), form, errors, page));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
    }

    private EventView event(String slug) {
        return events.where(Permission.EDIT_EVENT, slug);
    }

    private static Page page(EventView event, Page page) {
        return page.titled(page.text()
                        .get("waitingroom.manage.title", event.details().title()))
                .hue(event.details().hue())
                .withHtmx();
    }

    private ManageView view(EventView event, RoomView room, RoomForm form, FieldErrors errors, Page page) {
        Text text = page.text();
        boolean open = room.state() != RoomState.CLOSED;
        return new ManageView(
                ManageNav.of(event, ManageNav.Entry.WAITING_ROOM, access, text),
                path(event),
                text.of("waitingroom.state", room.state()),
                open ? figures(room, text) : List.of(),
                open ? settings.baseUrl() + WaitingRoom.path(event) : null,
                room.seed(),
                Stream.of(RoomMode.values()).map(mode -> option(mode, text)).toList(),
                form,
                errors,
                event.details().timeZone().getId());
    }

    private static List<Stat> figures(RoomView room, Text text) {
        Stat rate = Stat.of(
                text.get("waitingroom.figure.rate"),
                room.state() == RoomState.ADMITTING ? text.number(Math.round(room.perSecond() * 60)) : "–");
        return List.of(
                Stat.of(text.get("waitingroom.figure.waiting"), text.number(room.waiting())),
                Stat.of(text.get("waitingroom.figure.called"), text.number(room.called()))
                        .outOf(text.get("waitingroom.figure.of", text.number(room.issued()))),
                Stat.of(text.get("waitingroom.figure.admitted"), text.number(room.admitted())),
                room.strainedAt() == null ? rate : rate.noting(text.get("waitingroom.figure.strained"), Tone.PLAIN));
    }

    private static Option option(RoomMode mode, Text text) {
        return new Option(Wire.name(mode), text.of("waitingroom.mode", mode), text.of("waitingroom.mode_hint", mode));
    }

    private static String path(EventView event) {
        return "/manage/events/" + event.slug() + "/waiting-room";
    }
}
