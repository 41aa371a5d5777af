package io.marquee.checkin.web;

import io.marquee.checkin.CheckInReads;
import io.marquee.checkin.CheckIns;
import io.marquee.checkin.DoorAnswers;
import io.marquee.checkin.GateCount;
import io.marquee.checkin.Scan;
import io.marquee.checkin.ScanResult;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.config.Settings;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.QrCode;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.AddOns;
import io.marquee.ticketing.Turnout;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The scanner for phones. Its scripts scan through the API; without them the form does the same. The answer to the form is the
 * verdict itself: a reload scans again, which is harmless and says so.
 */
@Controller
@RequestMapping("/scanner/{slug}")
class ScannerController {
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");

    private final EventReads events;
    private final CheckIns checkIns;
    private final DoorAnswers answers;
    private final CheckInReads reads;
    private final AddOns addOns;
    private final Settings settings;
    private final Clock clock;

    ScannerController(
            EventReads events,
            CheckIns checkIns,
            DoorAnswers answers,
            CheckInReads reads,
            AddOns addOns,
            Settings settings,
            Clock clock) {
        this.events = events;
        this.checkIns = checkIns;
        this.answers = answers;
        this.reads = reads;
        this.addOns = addOns;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug, @RequestParam(defaultValue = "") String gate, Page page) {
        EventView event = events.where(Permission.CHECK_IN, slug);
        Text text = page.text();
        Scan next = new Scan(
                "",
                gate.isBlank() ? text.get("checkin.scanner.gate_default") : gate,
                text.get("checkin.scanner.device_default"),
                false);
        return show(page, event, next, words(page, event).ready(), FieldErrors.none());
    }

    @PostMapping
    ModelAndView scan(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String gate,
            @RequestParam(defaultValue = "") String device,
            @RequestParam(defaultValue = "false") boolean dryRun,
            Page page) {
        EventView event = events.where(Permission.CHECK_IN, slug);
        VerdictWords words = words(page, event);
        Scan scan = new Scan(code, gate, device, dryRun);
        try {
            ScanResult result = answers.with(slug, checkIns.scan(slug, scan), page.text());
            return show(page, event, new Scan("", gate, device, dryRun), words.of(result, dryRun), FieldErrors.none());
        } catch (InvalidInput refused) {
            ModelAndView shown = show(page, event, scan, words.ready(), FieldErrors.of(refused, page.text()));
            shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return shown;
        }
    }

    /** The way to this scanner, for a phone's camera. */
    @GetMapping("/qr.svg")
    ResponseEntity<String> qr(@PathVariable String slug) {
        EventView event = events.where(Permission.CHECK_IN, slug);
        return ResponseEntity.ok().contentType(SVG).body(QrCode.svg(settings.baseUrl() + ScannerView.path(event)));
    }

    private ModelAndView show(Page page, EventView event, Scan next, VerdictView verdict, FieldErrors errors) {
        ScannerView view = new ScannerView(
                event,
                next.code(),
                next.gate(),
                next.device(),
                next.dryRun(),
                verdict,
                errors,
                turnoutIn(event.slug(), page.text()),
                Stream.concat(
                                addOns.names(event.id()).stream(),
                                reads.byGate(event.slug()).stream().map(GateCount::gate))
                        .distinct()
                        .limit(20)
                        .toList(),
                !addOns.names(event.id()).isEmpty(),
                words(page, event).all());
        return page.titled(
                        page.text().get("checkin.scanner.title", event.details().title()))
                .hue(event.details().hue())
                .withModule("scanner/app")
                .manifest("/scanner/manifest.json")
                .show("checkin/scanner", "view", view);
    }

    private String turnoutIn(String slug, Text text) {
        Turnout turnout = reads.turnout(slug);
        return text.get("checkin.scanner.turnout", turnout.in(), turnout.of());
    }

    private VerdictWords words(Page page, EventView event) {
        return new VerdictWords(page.text(), event.details().timeZone(), clock.instant());
    }
}
