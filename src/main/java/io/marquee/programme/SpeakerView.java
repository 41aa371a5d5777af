package io.marquee.programme;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who speaks at an event. @param photo an uploaded image; null for none @param version goes up with every edit */
public record SpeakerView(
        UUID id, SpeakerDetails details, @Nullable UUID photo, int version) {}
