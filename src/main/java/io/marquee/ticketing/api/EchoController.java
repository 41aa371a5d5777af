package io.marquee.ticketing.api;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Ids;
import io.marquee.kernel.Money;
import io.marquee.pricing.PricedLine;
import io.marquee.pricing.QuoteLine;
import io.marquee.ticketing.HoldId;
import io.marquee.ticketing.HoldState;
import io.marquee.ticketing.Wanted;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Parses a wish for a hold and answers as if it had been taken: what bin/bench compares real holds with. Off elsewhere. */
@Hidden
@RestController
@RequestMapping("/api/v1/bench")
@ConditionalOnProperty("marquee.bench.echo")
class EchoController {
    private final Clock clock;

    EchoController(Clock clock) {
        this.clock = clock;
    }

    @PostMapping("/echo")
    ResponseEntity<HoldController.HoldResource> echo(@RequestBody HoldController.HoldBody body) {
        Wanted wanted = body.basket(null).items().getFirst();
        Instant now = clock.instant();
        QuoteLine cost = QuoteLine.plain(wanted.ticketType().value(), wanted.quantity(), Money.of(0, "EUR"));
        HoldController.HoldResource hold = new HoldController.HoldResource(
                new HoldId(Ids.next()),
                new EventId(Ids.next()),
                HoldState.ACTIVE,
                "h_AZH9p1nucM23QtbJwAXM0QAAAAAAAAAAAAAAAAAAAAA",
                now,
                now.plusSeconds(600),
                List.of(PricedLine.of("General admission", cost)),
                Money.of(0, "EUR"),
                List.of());
        return ResponseEntity.created(URI.create("/api/v1/holds/" + hold.id())).body(hold);
    }
}
