package io.marquee.media;

import java.time.Instant;
import java.util.UUID;

/** The way to one private file, for whoever has it, until it is over. @param path with its query */
public record SignedLink(UUID file, String path, Instant until) {}
