package io.marquee.payment.web;

import io.marquee.kernel.IllegalMove;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Slice;
import io.marquee.payment.DiscrepancyView;
import io.marquee.payment.Reconciliation;
import io.marquee.payment.ReconciliationView;
import io.marquee.payment.Webhooks;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Pagination;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.BiConsumer;
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

/** What was compared, what differs, and what a person decides about it. */
@Controller
@RequestMapping("/admin/reconciliation")
class AdminReconciliationController {
    private static final String PATH = "/admin/reconciliation";
    private static final int SHOWN = 50;

    private final Reconciliation reconciliation;
    private final Webhooks webhooks;
    private final Clock clock;

    AdminReconciliationController(Reconciliation reconciliation, Webhooks webhooks, Clock clock) {
        this.reconciliation = reconciliation;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(
            @RequestParam(defaultValue = "false") boolean decided,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String runs,
            Page page) {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        Place place = new Place(decided, cursor, runs);
        return shown(place, "", today.minusDays(7).toString(), today.toString(), FieldErrors.none(), page);
    }

    /** Which part of both lists is shown. */
    private record Place(
            boolean decided,
            @Nullable String cursor,
            @Nullable String runs) {
        static final Place FIRST = new Place(false, null, null);

        Pagination differences(@Nullable String next) {
            String path = PATH + "?decided=" + decided;
            return new Pagination(cursor == null ? null : path, next == null ? null : path + "&cursor=" + next);
        }

        Pagination runs(@Nullable String next) {
            return new Pagination(
                    runs == null ? null : PATH + "#runs", next == null ? null : PATH + "?runs=" + next + "#runs");
        }
    }

    @PostMapping
    ModelAndView start(
            @RequestParam(defaultValue = "") String provider,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            Page page,
            RedirectAttributes redirect) {
        try {
            reconciliation.start(provider, day("from", from, 0), day("until", until, 1));
            Flash.good(page.text().get("payment.reconciliation.started")).with(redirect);
            return SeeOther.to(PATH);
        } catch (InvalidInput invalid) {
            ModelAndView again = shown(Place.FIRST, provider, from, until, FieldErrors.of(invalid, page.text()), page);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
    }

    private static Instant day(String field, String typed, int later) {
        try {
            return LocalDate.parse(typed)
                    .plusDays(later)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        } catch (DateTimeParseException e) {
            throw InvalidInput.at(field, "date");
        }
    }

    @PostMapping("/{id}/acceptance")
    ModelAndView accept(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String note,
            Page page,
            RedirectAttributes redirect) {
        return decided(id, note, reconciliation::accept, page, redirect);
    }

    @PostMapping("/{id}/handling")
    ModelAndView handled(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String note,
            Page page,
            RedirectAttributes redirect) {
        return decided(id, note, reconciliation::handled, page, redirect);
    }

    @PostMapping("/{id}/refund")
    ModelAndView refund(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String note,
            Page page,
            RedirectAttributes redirect) {
        return decided(id, note, reconciliation::refund, page, redirect);
    }

    private ModelAndView decided(
            String id, String note, BiConsumer<String, String> decision, Page page, RedirectAttributes redirect) {
        try {
            decision.accept(id, note.strip());
            Flash.good(page.text().get("payment.reconciliation.decided")).with(redirect);
        } catch (InvalidInput invalid) {
            Flash.bad(page.text().get("payment.reconciliation.note.needed")).with(redirect);
        } catch (IllegalMove quicker) {
            Flash.bad(page.text().get("payment.reconciliation.quicker")).with(redirect);
        }
        return SeeOther.to(PATH);
    }

    private ModelAndView shown(Place place, String provider, String from, String until, FieldErrors errors, Page page) {
        Text text = page.text();
        Slice<DiscrepancyView> found = reconciliation.discrepancies(place.decided(), place.cursor(), SHOWN);
        Slice<ReconciliationView> recent = reconciliation.recent(place.runs(), SHOWN);
        List<Field> fields = List.of(
                Field.select(
                                "provider",
                                text.get("payment.webhooks.provider"),
                                webhooks.providers().stream()
                                        .map(name -> Option.of(name, name))
                                        .toList())
                        .value(provider)
                        .error(errors.of("provider"))
                        .required(),
                Field.date("from", text.get("payment.reconciliation.from"))
                        .value(from)
                        .error(errors.of("from"))
                        .required(),
                Field.date("until", text.get("payment.reconciliation.until"))
                        .value(until)
                        .error(errors.of("until"))
                        .required());
        ReconciliationPage view = new ReconciliationPage(
                tabs(place.decided(), text),
                found.items().stream()
                        .map(difference -> ReconciliationWords.difference(difference, PATH, text))
                        .toList(),
                place.decided(),
                place.differences(found.next()),
                recent.items().stream()
                        .map(run -> ReconciliationWords.run(run, text))
                        .toList(),
                place.runs(recent.next()),
                fields,
                errors);
        return page.titled(text.get("payment.reconciliation.title")).show("payment/reconciliation", "view", view);
    }

    private static List<Link> tabs(boolean decided, Text text) {
        return List.of(
                Link.to(PATH, text.get("payment.reconciliation.open")).current(!decided),
                Link.to(PATH + "?decided=true", text.get("payment.reconciliation.done"))
                        .current(decided));
    }
}
