package io.marquee.ordering.web;

import io.marquee.platform.web.TicketStub;
import io.marquee.ticketing.MovingCodes;
import io.marquee.ticketing.MovingRule;
import io.marquee.ticketing.MovingRules;
import io.marquee.ticketing.TicketView;
import java.time.Clock;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Codes that move, for the pages of those who hold tickets. */
@Component
class MovingStubs implements TicketStubs.Codes {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final MovingRules rules;
    private final MovingCodes codes;
    private final Clock clock;

    MovingStubs(MovingRules rules, MovingCodes codes, Clock clock) {
        this.rules = rules;
        this.codes = codes;
        this.clock = clock;
    }

    @Override
    public TicketStub.@Nullable Moving moving(TicketView ticket) {
        if (rules.of(ticket.event(), ticket.organization()) == MovingRule.OFF) return null;
        MovingCodes.Credential credential = codes.of(ticket);
        return new TicketStub.Moving(
                BASE64.encodeToString(credential.secret()),
                BASE64.encodeToString(credential.certificate()),
                clock.instant(),
                MovingCodes.STEP);
    }
}
