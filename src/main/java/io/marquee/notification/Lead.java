package io.marquee.notification;

import java.time.Duration;

/** How long before an event those who come are reminded. */
enum Lead {
    DAY(Duration.ofDays(1)),
    HOUR(Duration.ofHours(1));

    final Duration before;

    Lead(Duration before) {
        this.before = before;
    }
}
