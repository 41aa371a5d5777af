package io.marquee.checkin.api;

import io.marquee.checkin.label.Labels;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.TicketId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/events/{event}/door/tickets/{ticket}/label")
@Tag(name = "Check-in")
class LabelApi {
    private final Labels labels;

    LabelApi(Labels labels) {
        this.labels = labels;
    }

    @GetMapping
    @Operation(
            summary = "Print a badge",
            description =
                    "For a ticket that was let in; with its name, its code as a QR, and what the event's badges show. PDF, or ZPL for label printers of 203 dpi.")
    ResponseEntity<byte[]> print(
            @PathVariable String event,
            @PathVariable UUID ticket,
            @Parameter(description = "62x29, 89x36, 100x50 or 102x76 millimetres; left out: as the event's badges")
                    @RequestParam(required = false)
                    @Nullable
                    String size,
            @Parameter(description = "pdf or zpl") @RequestParam(defaultValue = "pdf") String format,
            @Parameter(hidden = true) Text text) {
        Labels.File file = labels.print(event, new TicketId(ticket), size, format, text);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + file.name() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(file.content());
    }
}
