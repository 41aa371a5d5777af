package io.marquee.trail;

import io.marquee.audit.TrailEntry;
import org.jspecify.annotations.Nullable;

/** Something that was done. @param by the name of the person who did it; null where it was nobody who has one */
public record Deed(TrailEntry entry, @Nullable String by) {}
