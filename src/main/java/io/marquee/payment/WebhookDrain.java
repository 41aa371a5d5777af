package io.marquee.payment;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Handles what waits as soon as it came, on this node: a few at a time, so that a flood of webhooks leaves the database to
 * buyers. What a crash left behind is found by the job that comes by all the time.
 */
@Component
class WebhookDrain {
    private static final int AT_ONCE = 4;
    private static final Logger log = LoggerFactory.getLogger(WebhookDrain.class);

    private final WebhookHandling handling;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicBoolean more = new AtomicBoolean();

    WebhookDrain(WebhookHandling handling) {
        this.handling = handling;
    }

    /** Something may be due. Returns at once. */
    void wake() {
        more.set(true);
        if (running.incrementAndGet() <= AT_ONCE) {
            Thread.ofVirtual().name("webhooks-", 0).start(this::work);
        } else {
            running.decrementAndGet();
        }
    }

    private void work() {
        try {
            more.set(false);
            while (handling.handleSome()) more.set(false);
        } catch (RuntimeException e) {
            log.warn("webhooks wait for the next round: {}", e.toString());
            more.set(false);
        } finally {
            running.decrementAndGet();
        }
        // one that came after the last look, when as many as may were still at work
        if (more.get()) wake();
    }
}
