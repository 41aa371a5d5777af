package io.marquee.media;

import java.util.UUID;

/**
 * A file that is not for everybody.
 *
 * @param name as it is called where somebody takes it
 * @param type its media type; we say it, not whoever brought the file
 */
public record PrivateFile(UUID id, String name, String type, long bytes) {}
