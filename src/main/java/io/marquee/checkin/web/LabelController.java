package io.marquee.checkin.web;

import io.marquee.checkin.label.Labels;
import io.marquee.event.EventView;
import io.marquee.platform.web.Page;
import io.marquee.ticketing.TicketId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Badges for the team, beside the scans that let somebody in. */
@Controller
@RequestMapping("/manage/events/{slug}/check-ins/labels/{ticket}")
class LabelController {
    private final Labels labels;

    LabelController(Labels labels) {
        this.labels = labels;
    }

    static String path(EventView event, TicketId ticket) {
        return "/manage/events/" + event.slug() + "/check-ins/labels/" + ticket;
    }

    @GetMapping
    ResponseEntity<byte[]> print(
            @PathVariable String slug,
            @PathVariable UUID ticket,
            @RequestParam(required = false) @Nullable String size,
            @RequestParam(defaultValue = "pdf") String format,
            Page page) {
        Labels.File file = labels.print(slug, new TicketId(ticket), size, format, page.text());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + file.name() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(file.content());
    }
}
