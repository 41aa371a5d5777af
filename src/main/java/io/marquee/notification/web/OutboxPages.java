package io.marquee.notification.web;

import io.marquee.kernel.NotFound;
import io.marquee.kernel.Slice;
import io.marquee.kernel.Wire;
import io.marquee.notification.MailState;
import io.marquee.notification.Outbox;
import io.marquee.notification.StoredMail;
import io.marquee.platform.config.Settings;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Pagination;
import io.marquee.platform.web.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping(OutboxPages.PATH)
class OutboxPages {
    static final String PATH = "/admin/outbox";
    private static final int PAGE = 50;
    /** A mail brings styles of its own; nothing in it may run or reach out. */
    private static final String MAIL_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'";

    private final Outbox outbox;
    private final Settings settings;

    OutboxPages(Outbox outbox, Settings settings) {
        this.outbox = outbox;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView list(
            Page page,
            @RequestParam(required = false) @Nullable MailState state,
            @RequestParam(required = false) @Nullable String cursor) {
        Slice<StoredMail> mails = outbox.list(state, cursor, PAGE);
        String here = PATH + (state == null ? "?" : "?state=" + Wire.name(state) + "&");
        String next = mails.next() == null ? null : here + "cursor=" + mails.next();
        return page.titled(page.text().get("notification.outbox.title"))
                .show("notification/outbox", "mails", mails.items())
                .addObject("pagination", new Pagination(cursor == null ? null : here, next))
                .addObject("tabs", tabs(state, page.text()))
                .addObject("failed", state == MailState.FAILED && !mails.items().isEmpty())
                .addObject("server", settings.mailRoute());
    }

    private List<Link> tabs(@Nullable MailState state, Text text) {
        Map<MailState, Long> counts = outbox.count();
        List<Link> tabs = new ArrayList<>();
        tabs.add(Link.to(PATH, text.get("notification.outbox.all")).current(state == null));
        counts.keySet().stream()
                .sorted()
                .forEach(one -> tabs.add(Link.to(PATH + "?state=" + Wire.name(one), text.of("notification.state", one))
                        .count(text.number(counts.getOrDefault(one, 0L)))
                        .current(one == state)));
        return tabs;
    }

    /** All that failed, into the queue. */
    @PostMapping("/sendings")
    String allAgain(Page page, RedirectAttributes redirect) {
        int many = outbox.allAgain();
        Flash.good(page.text().get("notification.outbox.all_again.done", many)).with(redirect);
        return "redirect:" + PATH;
    }

    @GetMapping("/{id}")
    ModelAndView read(Page page, @PathVariable UUID id) {
        StoredMail mail = outbox.read(id);
        return page.titled(mail.subject())
                .show("notification/mail", "mail", mail)
                .addObject("files", outbox.files(id));
    }

    @GetMapping("/{id}/html")
    ResponseEntity<String> html(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", MAIL_POLICY)
                .contentType(MediaType.TEXT_HTML)
                .body(outbox.read(id).html().replace("cid:", "/admin/outbox/" + id + "/files/"));
    }

    @GetMapping("/{id}/files/{name}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable String name) {
        return outbox.files(id).stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .map(file -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(file.contentType()))
                        .body(file.bytes()))
                .orElseThrow(() -> new NotFound("file"));
    }

    @PostMapping("/{id}/sendings")
    String again(Page page, @PathVariable UUID id, RedirectAttributes redirect) {
        Flash flash = outbox.again(id)
                ? Flash.good(page.text().get("notification.outbox.again.done"))
                : Flash.bad(page.text().get("notification.outbox.again.not"));
        flash.with(redirect);
        return "redirect:/admin/outbox";
    }
}
