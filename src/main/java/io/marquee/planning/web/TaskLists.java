package io.marquee.planning.web;

import io.marquee.event.EventView;
import io.marquee.kernel.Wire;
import io.marquee.planning.Ready;
import io.marquee.planning.TemplateView;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Text;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The lists with which one can begin. */
final class TaskLists {
    private TaskLists() {}

    /** Those that suit the event come first. The path is what the form sends. */
    static List<Link> ready(EventView event, Text text) {
        return Arrays.stream(Ready.values())
                .sorted(Comparator.comparing(list -> !list.suits(event.details().type())))
                .map(list -> Link.to(Wire.name(list), text.of("planning.list", list)))
                .toList();
    }

    static List<TasksView.Own> own(List<TemplateView> templates) {
        return templates.stream()
                .map(template -> new TasksView.Own(template.id(), template.name()))
                .toList();
    }
}
