package io.marquee.ticketing.api;

import io.marquee.kernel.Slice;
import io.marquee.ticketing.Drift;
import io.marquee.ticketing.StockRecount;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/admin/stock-recounts")
@Tag(name = "Administration")
class StockRecountController {
    private final StockRecount recount;

    StockRecountController(StockRecount recount) {
        this.recount = recount;
    }

    @Operation(summary = "Compare the counters of stock with holds and tickets", description = "Changes nothing.")
    @GetMapping
    Slice<Drift> compare() {
        return new Slice<>(recount.compare(), null);
    }

    @Operation(summary = "Set wrong counters of stock right", description = "Answers what was wrong.")
    @PostMapping
    Slice<Drift> mend() {
        return new Slice<>(recount.mend(), null);
    }
}
