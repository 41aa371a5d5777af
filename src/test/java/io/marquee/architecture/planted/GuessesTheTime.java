package io.marquee.architecture.planted;

import java.time.LocalDateTime;

/** Planted: asks the machine for the time. */
public class GuessesTheTime {
    LocalDateTime when() {
        return LocalDateTime.now(java.time.ZoneId.of("UTC"));
    }
}
