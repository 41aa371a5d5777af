package io.marquee.checkin.device;

import io.marquee.kernel.EventId;
import io.marquee.platform.config.Settings;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * By what the devices of an event know each other where no server is to be asked. It is another one as soon as a device is taken off the
 * doors: that one no longer knows it. For the caller's transaction, which acts as the system.
 */
@Component
public class PairingKeys {
    private final DeviceRows rows;
    private final Settings settings;

    PairingKeys(DeviceRows rows, Settings settings) {
        this.rows = rows;
        this.settings = settings;
    }

    /** 32 bytes, base64url. */
    public String of(EventId event) {
        byte[] key = settings.secret().keyFor("pairing " + event + " " + rows.takenOff(event));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }
}
