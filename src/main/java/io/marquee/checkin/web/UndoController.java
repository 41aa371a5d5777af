package io.marquee.checkin.web;

import io.marquee.checkin.CheckInRefused;
import io.marquee.checkin.CheckInView;
import io.marquee.checkin.Undone;
import io.marquee.checkin.Undos;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketView;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The team takes an admission back, and says why. */
@Controller
@RequestMapping("/manage/events/{slug}/check-ins/{checkIn}/undo")
class UndoController {
    private final EventReads events;
    private final Undos undos;
    private final TicketReads tickets;
    private final Access access;

    UndoController(EventReads events, Undos undos, TicketReads tickets, Access access) {
        this.events = events;
        this.undos = undos;
        this.tickets = tickets;
        this.access = access;
    }

    static String path(EventView event, UUID checkIn) {
        return "/manage/events/" + event.slug() + "/check-ins/" + checkIn + "/undo";
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug, @PathVariable UUID checkIn, Page page) {
        EventView event = events.where(Permission.CHECK_IN, slug);
        return form(event, undos.scan(slug, checkIn), "", FieldErrors.none(), page);
    }

    @PostMapping
    ModelAndView undo(
            @PathVariable String slug,
            @PathVariable UUID checkIn,
            @RequestParam(defaultValue = "") String reason,
            Page page,
            RedirectAttributes redirect) {
        EventView event = events.where(Permission.CHECK_IN, slug);
        try {
            Undone undone = undos.undo(slug, checkIn, reason);
            Flash.good(said(undone, page.text())).with(redirect);
        } catch (InvalidInput invalid) {
            FieldErrors errors = FieldErrors.of(invalid, page.text());
            ModelAndView again = form(event, undos.scan(slug, checkIn), reason, errors, page);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        } catch (CheckInRefused refused) {
            Flash.bad(page.text().why(refused)).with(redirect);
        }
        return SeeOther.to("/manage/events/" + event.slug() + "/check-ins");
    }

    private static String said(Undone undone, Text text) {
        List<String> sentences = new ArrayList<>();
        sentences.add(text.get("checkin.undo.done"));
        undone.notes().forEach(note -> sentences.add(text.get("checkin.undo.note." + note)));
        return String.join(" ", sentences);
    }

    private ModelAndView form(EventView event, CheckInView scan, String reason, FieldErrors errors, Page page) {
        Text text = page.text();
        @Nullable TicketView ticket = scan.ticket() == null ? null : tickets.byId(new TicketId(scan.ticket()));
        String who = ticket == null ? text.get("checkin.scans.nobody") : ticket.holderName();
        String when = text.dateTime(scan.at(), event.details().timeZone());
        return page.titled(text.get("checkin.undo.title"))
                .hue(event.details().hue())
                .show(
                        "checkin/undo",
                        "view",
                        new UndoView(
                                ManageNav.of(event, ManageNav.Entry.CHECK_INS, access, text),
                                path(event, scan.id()),
                                text.get("checkin.undo.detail", who, when, scan.gate()),
                                Field.text("reason", text.get("checkin.undo.reason"))
                                        .value(reason)
                                        .hint(text.get("checkin.undo.reason_hint"))
                                        .with("maxlength", "200")
                                        .error(errors.of("reason"))
                                        .required(),
                                errors));
    }
}
