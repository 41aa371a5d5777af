package io.marquee.demo;

import io.marquee.identity.People;
import io.marquee.kernel.EmailAddress;
import io.marquee.platform.config.Settings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Fills the installation once, when it was started with {@code --demo}, and says how to sign in. */
@Component
@ConditionalOnProperty("marquee.demo")
class DemoStart {
    private final DemoFilling filling;
    private final People people;
    private final Settings settings;

    DemoStart(DemoFilling filling, People people, Settings settings) {
        this.filling = filling;
        this.people = people;
        this.settings = settings;
    }

    /** Printed, not logged: logs are copied to places where a password must not be. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(10)
    void fill() {
        if (people.byEmail(EmailAddress.of(DemoHost.EMAIL)) != null) {
            System.out.println("The demo is there already; its password was printed when it was filled in."
                    + " A link to sign in can be mailed to " + DemoHost.EMAIL + ", into the outbox.");
        } else if (!settings.sandbox()) {
            System.out.println("The demo buys with the sandbox's test cards: start it without MARQUEE_SANDBOX=off.");
        } else {
            String password = DemoHost.newPassword();
            filling.fill(password);
            System.out.println("The demo is filled in. Sign in at " + settings.baseUrl() + "/login as " + DemoHost.EMAIL
                    + " with the password " + password);
        }
    }
}
