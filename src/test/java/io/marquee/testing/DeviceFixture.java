package io.marquee.testing;

import io.marquee.checkin.device.DeviceDetails;
import io.marquee.checkin.device.DeviceView;
import io.marquee.checkin.device.Devices;
import io.marquee.checkin.device.Enrolments;
import io.marquee.event.EventView;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Scanners that are enrolled for an event. */
@Component
public class DeviceFixture {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Devices devices;
    private final Enrolments enrolments;
    private final Acting acting;
    private final Settings settings;

    DeviceFixture(Devices devices, Enrolments enrolments, Acting acting, Settings settings) {
        this.devices = devices;
        this.enrolments = enrolments;
        this.acting = acting;
        this.settings = settings;
    }

    /** An enrolled one. @param key with "d_" before it its bearer token */
    public record Phone(DeviceView view, String key, int port) {
        public UUID id() {
            return view.id();
        }

        public Actor.Device actor() {
            return new Actor.Device(view.id(), view.organization(), view.event());
        }

        public ApiClient client() {
            return new ApiClient(port, "d_" + key);
        }
    }

    public Phone phone(EventView event, String name, String... gates) {
        return phone(event, new DeviceDetails(name, List.of(gates), List.of(), null));
    }

    public Phone phone(EventView event, DeviceDetails details) {
        String key = key();
        String link = invited(event, details).url().replaceFirst(".*#", "");
        Enrolments.Enrolled enrolled = acting.as(Actor.ANONYMOUS, () -> enrolments.enrol(link, key));
        return new Phone(enrolled.device(), key, settings.port());
    }

    public Devices.Invited invited(EventView event, DeviceDetails details) {
        return acting.as(EventFixture.owner(event.organization()), () -> devices.add(event.slug(), details));
    }

    public void revoke(EventView event, Phone phone) {
        revoke(event, phone.id());
    }

    public void revoke(EventView event, UUID device) {
        acting.as(EventFixture.owner(event.organization()), () -> devices.revoke(event.slug(), device));
    }

    public static String key() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
