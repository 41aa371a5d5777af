package io.marquee.guest.web;

import io.marquee.event.ManageNav;
import io.marquee.guest.GuestImports;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * Bringing in a guest list.
 *
 * @param done what came of a file; null before
 */
public record ImportPage(
        ManageNav nav, String path, String list, Field file, FieldErrors errors, GuestImports.@Nullable Outcome done) {}
