package io.marquee.checkin.web;

import io.marquee.checkin.list.CheckInList;
import io.marquee.checkin.list.ListRefused;
import io.marquee.checkin.list.Lists;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.TicketTypeReads;
import io.marquee.ticketing.TicketTypeView;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The organizer's check-in lists. */
@Controller
@RequestMapping("/manage/events/{slug}/check-ins/lists")
class ListsController {
    private final EventReads events;
    private final Lists lists;
    private final TicketTypeReads types;
    private final Access access;

    ListsController(EventReads events, Lists lists, TicketTypeReads types, Access access) {
        this.events = events;
        this.lists = lists;
        this.types = types;
        this.access = access;
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug, Page page) {
        return show(events.where(Permission.MANAGE_TEAM, slug), ListForm.EMPTY, FieldErrors.none(), page);
    }

    @PostMapping
    ModelAndView add(@PathVariable String slug, ListForm form, Page page, RedirectAttributes redirect) {
        EventView event = events.where(Permission.MANAGE_TEAM, slug);
        try {
            lists.add(slug, form.details(event));
        } catch (InvalidInput invalid) {
            return refused(event, form, FieldErrors.of(invalid, page.text()), page);
        } catch (ListRefused refused) {
            return refused(event, form, FieldErrors.ofForm(page.text().why(refused)), page);
        }
        Flash.good(page.text().get("checkin.lists.added")).with(redirect);
        return SeeOther.to(DoorNav.path(event, DoorNav.Tab.LISTS));
    }

    @PostMapping("/{list}/archival")
    ModelAndView archive(@PathVariable String slug, @PathVariable UUID list, Page page, RedirectAttributes redirect) {
        EventView event = events.where(Permission.MANAGE_TEAM, slug);
        lists.archive(slug, list);
        Flash.good(page.text().get("checkin.lists.archived")).with(redirect);
        return SeeOther.to(DoorNav.path(event, DoorNav.Tab.LISTS));
    }

    private ModelAndView refused(EventView event, ListForm form, FieldErrors errors, Page page) {
        ModelAndView again = show(event, form, errors, page);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private ModelAndView show(EventView event, ListForm form, FieldErrors errors, Page page) {
        Text text = page.text();
        List<TicketTypeView> offered = types.all(event.id());
        ListsView view = new ListsView(
                DoorNav.of(event, DoorNav.Tab.LISTS, access, text),
                lists.of(event.slug()).stream()
                        .map(list -> row(event, list, offered, text))
                        .toList(),
                form.fields(text, offered, errors),
                errors);
        return page.titled(text.get("checkin.lists.title", event.details().title()))
                .hue(event.details().hue())
                .show("checkin/lists", "view", view);
    }

    private static ListsView.Row row(EventView event, CheckInList list, List<TicketTypeView> offered, Text text) {
        ZoneId zone = event.details().timeZone();
        List<String> bounds = new ArrayList<>(list.gates());
        offered.stream()
                .filter(type -> list.ticketTypes().contains(type.id().value()))
                .forEach(type -> bounds.add(type.name()));
        if (list.opensAt() != null) {
            bounds.add(text.get("checkin.lists.from", text.dateTime(list.opensAt(), zone)));
        }
        if (list.closesAt() != null) {
            bounds.add(text.get("checkin.lists.until", text.dateTime(list.closesAt(), zone)));
        }
        if (list.capacity() != null) bounds.add(text.get("checkin.lists.inside", list.capacity()));
        return new ListsView.Row(
                list.name(),
                text.of("checkin.lists.kind", list.kind()) + " · " + text.of("checkin.lists.rule", list.rule()),
                bounds.isEmpty() ? text.get("checkin.devices.everywhere") : String.join(" · ", bounds),
                DoorNav.path(event, DoorNav.Tab.LISTS) + "/" + list.id() + "/archival");
    }
}
