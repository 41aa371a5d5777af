package io.marquee.checkin.web;

import io.marquee.checkin.device.DeviceRefused;
import io.marquee.checkin.device.DeviceState;
import io.marquee.checkin.device.DeviceView;
import io.marquee.checkin.device.Devices;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.QrCode;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.Tone;
import io.marquee.ticketing.TicketTypeReads;
import io.marquee.ticketing.TicketTypeView;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The organizer's scanners. A link is told once: the answer to the form that makes it is the page that shows it. */
@Controller
@RequestMapping("/manage/events/{slug}/check-ins/devices")
class DevicesController {
    private final EventReads events;
    private final Devices devices;
    private final TicketTypeReads types;
    private final Access access;
    private final Clock clock;

    DevicesController(EventReads events, Devices devices, TicketTypeReads types, Access access, Clock clock) {
        this.events = events;
        this.devices = devices;
        this.types = types;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug, Page page) {
        return show(managed(slug), null, DeviceForm.EMPTY, FieldErrors.none(), page);
    }

    @PostMapping
    ModelAndView add(@PathVariable String slug, DeviceForm form, Page page) {
        EventView event = managed(slug);
        try {
            return show(event, devices.add(slug, form.details(event)), DeviceForm.EMPTY, FieldErrors.none(), page);
        } catch (InvalidInput invalid) {
            return refused(event, form, FieldErrors.of(invalid, page.text()), page);
        } catch (DeviceRefused refused) {
            return refused(event, form, FieldErrors.ofForm(page.text().why(refused)), page);
        }
    }

    @PostMapping("/{device}/links")
    ModelAndView link(@PathVariable String slug, @PathVariable UUID device, Page page) {
        return show(managed(slug), devices.invite(slug, device), DeviceForm.EMPTY, FieldErrors.none(), page);
    }

    @PostMapping("/{device}/revocation")
    ModelAndView revoke(@PathVariable String slug, @PathVariable UUID device, Page page, RedirectAttributes redirect) {
        EventView event = managed(slug);
        devices.revoke(slug, device);
        Flash.good(page.text().get("checkin.devices.revoked")).with(redirect);
        return SeeOther.to(DoorNav.path(event, DoorNav.Tab.DEVICES));
    }

    private EventView managed(String slug) {
        return events.where(Permission.MANAGE_TEAM, slug);
    }

    private ModelAndView refused(EventView event, DeviceForm form, FieldErrors errors, Page page) {
        ModelAndView again = show(event, null, form, errors, page);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private ModelAndView show(
            EventView event, Devices.@Nullable Invited invited, DeviceForm form, FieldErrors errors, Page page) {
        Text text = page.text();
        List<TicketTypeView> offered = types.all(event.id());
        DevicesView view = new DevicesView(
                DoorNav.of(event, DoorNav.Tab.DEVICES, access, text),
                invited == null ? null : told(event, invited, text),
                devices.of(event.slug()).stream()
                        .map(device -> row(event, device, offered, text))
                        .toList(),
                form.fields(text, offered, errors),
                errors);
        return page.titled(text.get("checkin.devices.title", event.details().title()))
                .hue(event.details().hue())
                .show("checkin/devices", "view", view);
    }

    private static DevicesView.Invited told(EventView event, Devices.Invited invited, Text text) {
        ZoneId zone = event.details().timeZone();
        return new DevicesView.Invited(
                invited.device().name(),
                invited.url(),
                QrCode.svg(invited.url()),
                text.get("checkin.devices.link_note", text.dateTime(invited.until(), zone)));
    }

    private static Chip chip(DeviceState state, Text text) {
        Tone tone = switch (state) {
            case INVITED -> Tone.WARN;
            case ENROLLED -> Tone.GOOD;
            case REVOKED -> Tone.BAD;
        };
        return new Chip(text.of("checkin.devices.state", state), tone);
    }

    private DevicesView.Row row(EventView event, DeviceView device, List<TicketTypeView> offered, Text text) {
        ZoneId zone = event.details().timeZone();
        List<String> bounds = new ArrayList<>(device.gates());
        offered.stream()
                .filter(type -> device.ticketTypes().contains(type.id().value()))
                .forEach(type -> bounds.add(type.name()));
        if (bounds.isEmpty()) bounds.add(text.get("checkin.devices.everywhere"));
        device.scopes().forEach(scope -> bounds.add(text.of("checkin.devices.may", scope)));
        boolean over = device.state() != DeviceState.REVOKED && !clock.instant().isBefore(device.expiresAt());
        return new DevicesView.Row(
                device.name(),
                String.join(" · ", bounds),
                over ? Chip.plain(text.get("checkin.devices.over")) : chip(device.state(), text),
                device.lastSeenAt() == null
                        ? text.get("checkin.devices.never")
                        : text.dateTime(device.lastSeenAt(), zone),
                text.dateTime(device.expiresAt(), zone),
                device.state() == DeviceState.REVOKED
                        ? null
                        : DoorNav.path(event, DoorNav.Tab.DEVICES) + "/" + device.id());
    }
}
