package io.marquee.platform.operation;

import io.marquee.platform.config.Settings;
import io.marquee.platform.config.Settings.Logs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says in one line where Marquee is to be found, once it is. */
@Component
class Announcement {
    private static final Logger log = LoggerFactory.getLogger(Announcement.class);

    private final Settings settings;

    Announcement(Settings settings) {
        this.settings = settings;
    }

    /** Last of all that happens when the application is ready, so that what others have to say stands above. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void announce() {
        String line = "Marquee is up at " + settings.baseUrl();
        log.info(line);
        // with the log in a file the console is for the person who started us
        if (settings.logs() == Logs.FILE) System.out.println(line);
    }
}
