package io.marquee.invoicing.api;

import io.marquee.invoicing.RollFiles;
import io.marquee.ordering.OrderId;
import io.marquee.ordering.OrderReads;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Receipts and tickets for till printers. */
@RestController
@RequestMapping("/api/v1/orders/{id}/rolls")
@Tag(name = "Documents")
class RollsApi {
    private static final String PRINTS = "A PDF as long as what stands on it, or the bytes for a printer that speaks "
            + "ESC/POS. Letters of western Europe go as code page 858, others as pictures.";

    private final RollFiles rolls;
    private final OrderReads orders;

    RollsApi(RollFiles rolls, OrderReads orders) {
        this.rolls = rolls;
        this.orders = orders;
    }

    @Operation(summary = "An order's tickets for a till printer", description = "Those that you hold. " + PRINTS)
    @GetMapping("/tickets")
    ResponseEntity<byte[]> tickets(
            @PathVariable OrderId id,
            @Parameter(description = "millimetres: 58 or 80") @RequestParam(defaultValue = "80") String width,
            @Parameter(description = "pdf or escpos") @RequestParam(defaultValue = "escpos") String format) {
        return rolls.tickets(orders.shown(id), width, format);
    }

    @Operation(summary = "One of an order's documents for a till printer", description = PRINTS)
    @GetMapping("/{document}")
    ResponseEntity<byte[]> document(
            @PathVariable OrderId id,
            @PathVariable UUID document,
            @Parameter(description = "millimetres: 58 or 80") @RequestParam(defaultValue = "80") String width,
            @Parameter(description = "pdf or escpos") @RequestParam(defaultValue = "escpos") String format) {
        return rolls.document(orders.shown(id), document, width, format);
    }
}
