package io.marquee.ticketing.transfer.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Slice;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Pagination;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.TimeField;
import io.marquee.ticketing.transfer.TransferReads;
import io.marquee.ticketing.transfer.TransferRule;
import io.marquee.ticketing.transfer.TransferRules;
import io.marquee.ticketing.transfer.TransferView;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
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

/** The team's page of tickets that change hands: the rule, and what happened. */
@Controller
@RequestMapping("/manage/events/{slug}/transfers")
class TransfersController {
    private static final int PAGE = 50;

    private final EventReads events;
    private final TransferRules rules;
    private final TransferReads reads;
    private final Access access;

    TransfersController(EventReads events, TransferRules rules, TransferReads reads, Access access) {
        this.events = events;
        this.rules = rules;
        this.reads = reads;
        this.access = access;
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug, @RequestParam(required = false) @Nullable String cursor, Page page) {
        EventView event = events.where(Permission.SEE_GUESTS, slug);
        TransferRule rule = rules.of(event);
        ZoneId zone = event.details().timeZone();
        return shown(event, rule.allowed(), TimeField.of(rule.until(), zone), FieldErrors.none(), cursor, page);
    }

    @PostMapping
    ModelAndView set(
            @PathVariable String slug,
            @RequestParam Map<String, String> fields,
            Page page,
            RedirectAttributes redirect) {
        EventView event = events.where(Permission.EDIT_EVENT, slug);
        boolean allowed = fields.containsKey("allowed");
        String until = fields.getOrDefault("until", "").strip();
        try {
            rules.set(
                    event,
                    new TransferRule(
                            allowed,
                            TimeField.parse("until", until, event.details().timeZone())));
        } catch (InvalidInput invalid) {
            ModelAndView shown = shown(event, allowed, until, FieldErrors.of(invalid, page.text()), null, page);
            shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return shown;
        }
        Flash.good(page.text().get("ticketing.transfers.saved")).with(redirect);
        return SeeOther.to("/manage/events/" + event.slug() + "/transfers");
    }

    private ModelAndView shown(
            EventView event, boolean allowed, String until, FieldErrors errors, @Nullable String cursor, Page page) {
        Text text = page.text();
        String path = "/manage/events/" + event.slug() + "/transfers";
        ZoneId zone = event.details().timeZone();
        boolean edits = access.may(Permission.EDIT_EVENT, event.organization(), event.id());
        boolean sees = access.may(Permission.SEE_GUESTS, event.organization(), event.id());
        Slice<TransferView> found =
                sees ? reads.ofEvent(event.id(), cursor, PAGE) : new Slice<>(java.util.List.of(), null);
        TransfersView view = new TransfersView(
                ManageNav.of(event, ManageNav.Entry.TRANSFERS, access, text),
                path,
                edits
                        ? Field.checkbox("allowed", text.get("ticketing.transfers.allowed"))
                                .value(allowed)
                                .hint(text.get("ticketing.transfers.allowed_hint"))
                        : null,
                edits
                        ? Field.dateTime("until", text.get("ticketing.transfers.until", zoneName(event, text)))
                                .value(until)
                                .hint(text.get("ticketing.transfers.until_hint"))
                                .error(errors.of("until"))
                        : null,
                errors,
                found.items().stream().map(t -> row(t, zone, text)).toList(),
                new Pagination(
                        cursor == null ? null : path, found.next() == null ? null : path + "?cursor=" + found.next()));
        return page.titled(text.get("ticketing.transfers.title", event.details().title()))
                .hue(event.details().hue())
                .show("ticketing/transfer/transfers", "view", view);
    }

    private static TransfersView.Row row(TransferView transfer, ZoneId zone, Text text) {
        return new TransfersView.Row(
                transfer.ticketTypeName(),
                EmailAddress.shown(transfer.fromEmail()),
                transfer.toEmail(),
                text.dateTime(transfer.decidedAt() == null ? transfer.createdAt() : transfer.decidedAt(), zone),
                transfer.reassigned() ? text.get("ticketing.transfers.by_team") : "",
                Chip.of(text, transfer.state()));
    }

    private static String zoneName(EventView event, Text text) {
        ZoneId zone = event.details().timeZone();
        return text.zone(LocalDateTime.ofInstant(event.startsAt(), zone), zone);
    }
}
