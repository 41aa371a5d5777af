package io.marquee.integration.web;

import io.marquee.integration.ImportView;
import io.marquee.organization.OrganizationView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page that takes a file. {@code problem} says why the last one was not taken. */
public record StartView(
        OrganizationView organization,
        List<ImportView> earlier,
        @Nullable String problem) {}
