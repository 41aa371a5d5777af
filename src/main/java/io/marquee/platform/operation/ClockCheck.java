package io.marquee.platform.operation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.core.annotation.Order;

/** Whether the machine's clock can be right: sales, tickets and holds live by it. */
@Order(50)
class ClockCheck implements Check {
    /** No copy of this program is older. */
    private static final Instant FIRST_RELEASE = Instant.parse("2026-01-01T00:00:00Z");

    private final Clock clock;

    ClockCheck(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Finding> examine() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String what = "clock: " + now + ", the machine's zone is " + ZoneId.systemDefault();
        if (now.isBefore(FIRST_RELEASE)) {
            return List.of(Finding.fail(what, "set the machine's clock, best by a time service such as chrony"));
        } else {
            return List.of(Finding.ok(what));
        }
    }
}
