package io.marquee.identity;

import io.marquee.kernel.InvalidInput;
import io.marquee.platform.config.Settings;
import io.marquee.platform.config.WrongSetting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Sees to it that an installation gets an administrator, without a password that everybody knows. */
@Component
class FirstStart {
    private static final Logger log = LoggerFactory.getLogger(FirstStart.class);

    private final Administrators administrators;
    private final Settings settings;

    FirstStart(Administrators administrators, Settings settings) {
        this.administrators = administrators;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void ensureAdministrator() {
        Settings.Administrator wanted = settings.administrator();
        if (wanted == null) {
            offerSetUp();
        } else if (make(wanted)) {
            log.info("Made the administrator that MARQUEE_ADMIN_EMAIL names");
        }
    }

    private boolean make(Settings.Administrator wanted) {
        try {
            return administrators.make(wanted);
        } catch (InvalidInput e) {
            throw new WrongSetting("MARQUEE_ADMIN_PASSWORD cannot be used: it is the address, or one of the passwords"
                    + " that are tried first.");
        }
    }

    /** Printed, not logged: logs are copied to places where a secret must not be. */
    private void offerSetUp() {
        String path = administrators.setUpPath();
        if (path != null) {
            System.out.println("Nobody runs this installation yet. Make the administrator's account, once, at "
                    + settings.baseUrl() + path);
        }
    }
}
