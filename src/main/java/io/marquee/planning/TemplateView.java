package io.marquee.planning;

import io.marquee.event.EventType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A checklist of an organization's own. @param type of event that it is for; null for any */
public record TemplateView(UUID id, String name, @Nullable EventType type, List<TaskDetails> tasks) {
    public TemplateView {
        tasks = List.copyOf(tasks);
    }
}
