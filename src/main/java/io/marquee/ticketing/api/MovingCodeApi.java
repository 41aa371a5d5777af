package io.marquee.ticketing.api;

import io.marquee.event.EventReads;
import io.marquee.identity.Permission;
import io.marquee.kernel.NotFound;
import io.marquee.ticketing.MovingCodes;
import io.marquee.ticketing.MovingRule;
import io.marquee.ticketing.MovingRules;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Codes that change every few seconds. docs/algorithms/moving-codes.md has their format. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Tickets")
class MovingCodeApi {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final EventReads events;
    private final TicketReads tickets;
    private final MovingRules rules;
    private final MovingCodes codes;
    private final Clock clock;

    MovingCodeApi(EventReads events, TicketReads tickets, MovingRules rules, MovingCodes codes, Clock clock) {
        this.events = events;
        this.tickets = tickets;
        this.rules = rules;
        this.codes = codes;
        this.clock = clock;
    }

    record CodeRule(
            @Schema(
                    example = "required",
                    description = "`preferred`: codes that don’t move are let in too; `required`: they are not")
            @Nullable
            MovingRule moving) {}

    @Operation(summary = "Read whether an event's codes move")
    @GetMapping("/events/{event}/code-rule")
    CodeRule rule(@PathVariable String event) {
        return new CodeRule(rules.of(events.visible(event)));
    }

    @Operation(
            summary = "Say whether an event's codes move",
            description =
                    "The code on a ticket's page changes every ten seconds, so that a picture of it is worthless. Codes on "
                            + "paper, in mails and in wallets never move. Gates follow within half a minute of being online.")
    @PutMapping("/events/{event}/code-rule")
    CodeRule set(@PathVariable String event, @RequestBody CodeRule body) {
        return new CodeRule(rules.set(events.where(Permission.EDIT_EVENT, event), body.moving()));
    }

    /** @param code of this moment; the next one is due at {@code changesAt} */
    record MovingCode(
            String secret, String certificate, int stepSeconds, Instant serverTime, String code, Instant changesAt) {}

    @Operation(
            summary = "Read what shows a ticket's moving code",
            description =
                    "For whoever holds the ticket, where its event's codes move. `secret` is the seed of an Ed25519 key: with it "
                            + "the codes to come are made without asking again, by the server's time.")
    @GetMapping("/tickets/{id}/moving-code")
    ResponseEntity<MovingCode> ofTicket(@PathVariable TicketId id) {
        TicketView ticket = tickets.byId(id);
        if (ticket == null || !ticket.isHeldByActor()) throw new NotFound("ticket");
        boolean admits = ticket.open() || ticket.state() == TicketState.CHECKED_IN;
        if (!admits || rules.of(ticket.event(), ticket.organization()) == MovingRule.OFF) {
            throw new NotFound("moving_code");
        }
        MovingCodes.Credential credential = codes.of(ticket);
        Instant now = clock.instant();
        long step = MovingCodes.STEP.toSeconds();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new MovingCode(
                        BASE64.encodeToString(credential.secret()),
                        BASE64.encodeToString(credential.certificate()),
                        (int) step,
                        now,
                        credential.at(now),
                        Instant.ofEpochSecond((now.getEpochSecond() / step + 1) * step)));
    }
}
