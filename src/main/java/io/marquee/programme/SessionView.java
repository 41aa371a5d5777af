package io.marquee.programme;

import java.util.UUID;

/** A session of an event. @param version goes up with every edit */
public record SessionView(UUID id, SessionDetails details, int version) {}
