package io.marquee.registration.web;

import io.marquee.event.ManageNav;
import java.util.List;

/** The questions of an event, for its team. */
public record QuestionsView(ManageNav nav, String path, List<Line> lines) {

    /** @param about kind, whom it is for, whether it must be answered */
    public record Line(String path, String label, String about, List<String> options, boolean first, boolean last) {}
}
