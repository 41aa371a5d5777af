package io.marquee.waitingroom.web;

import io.marquee.waitingroom.WaitingRoomEvent.PlaceLinkRequested;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads the links that are mailed. */
@Component
class MailedPlaces {
    private final Map<String, String> paths = new ConcurrentHashMap<>();

    @EventListener
    void hear(PlaceLinkRequested asked) {
        paths.put(asked.email(), asked.path());
    }

    String path(String email) {
        return Objects.requireNonNull(paths.get(email), "nothing was mailed to " + email);
    }
}
