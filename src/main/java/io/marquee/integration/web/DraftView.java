package io.marquee.integration.web;

import io.marquee.integration.ImportView;
import io.marquee.integration.Imports.Preview;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.web.TimeZones;
import java.util.List;
import java.util.Map;

/** The page on which a person corrects what the columns mean. {@code chosen} is by target, empty for none. */
public record DraftView(
        OrganizationView organization, ImportView run, String zone, Preview preview, Map<String, String> chosen) {

    public List<String> zones() {
        return TimeZones.names(zone);
    }

    public String path() {
        return "/manage/organizations/" + organization.slug() + "/imports/" + run.id();
    }
}
