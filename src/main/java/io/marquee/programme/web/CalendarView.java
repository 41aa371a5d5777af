package io.marquee.programme.web;

import org.jspecify.annotations.Nullable;

/** @param since in words; null where there is none @param address shown this once; null otherwise */
public record CalendarView(@Nullable String since, @Nullable String address) {}
