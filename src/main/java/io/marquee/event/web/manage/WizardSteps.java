package io.marquee.event.web.manage;

import io.marquee.event.EventView;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Text;
import java.util.ArrayList;
import java.util.List;

/** The way through the wizard: details, tickets, team, review. Every step of a draft can be gone back to. */
enum WizardSteps {
    DETAILS("/edit?wizard=1"),
    TICKETS("/ticket-types?wizard=1"),
    TEAM("/team?wizard=1"),
    REVIEW("/review");

    private final String path;

    WizardSteps(String path) {
        this.path = path;
    }

    String path(EventView event) {
        return "/manage/events/" + event.slug() + path;
    }

    /** For an event that is not there yet. */
    static List<Link> ofNew(Text text) {
        List<Link> links = new ArrayList<>();
        for (WizardSteps step : values()) {
            links.add(Link.here(text.of("event.step", step)).current(step == DETAILS));
        }
        return links;
    }

    List<Link> of(EventView event, Text text) {
        List<Link> links = new ArrayList<>();
        for (WizardSteps step : values()) {
            Link link = step.compareTo(this) <= 0
                    ? Link.to(step.path(event), text.of("event.step", step))
                    : Link.here(text.of("event.step", step));
            links.add(link.current(step == this));
        }
        return links;
    }
}
