package io.marquee.integration.web;

import io.marquee.integration.ImportState;
import io.marquee.integration.ImportView;
import io.marquee.organization.OrganizationView;

/** An import under way, or its result. */
public record RunView(OrganizationView organization, ImportView run) {
    public boolean done() {
        return run.state() == ImportState.DONE;
    }

    public String path() {
        return "/manage/organizations/" + organization.slug() + "/imports/" + run.id();
    }
}
