package io.marquee.planning;

import io.marquee.audit.EarlierValues;
import io.marquee.audit.Restorable;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Wire;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings a task back to how it was, as an edit of whoever acts. Whether it is done stays as it is. */
@Component
class RestoredTask implements Restorable {
    private final Checklists checklists;
    private final TaskTable tasks;
    private final EventReads events;

    RestoredTask(Checklists checklists, TaskTable tasks, EventReads events) {
        this.checklists = checklists;
        this.tasks = tasks;
        this.events = events;
    }

    @Override
    public Set<String> subjects() {
        return Set.of("task");
    }

    @Override
    public Set<String> fields() {
        return Set.of("title", "note", "phase", "owner_id", "due_days");
    }

    @Override
    @Transactional
    public void restore(UUID id, Map<String, @Nullable String> values) {
        UUID of = tasks.eventOf(id);
        if (of == null) throw new NotFound("task");
        EventView event = events.where(Permission.EDIT_EVENT, of.toString());
        TaskView known = checklists.one(event, id);
        TaskDetails now = known.details();
        EarlierValues then = new EarlierValues(values);
        String owner = values.get("owner_id");
        String days = values.get("due_days");
        checklists.change(
                event,
                id,
                new TaskDetails(
                        then.value("title", now.title(), String::toString),
                        then.value("note", now.note(), String::toString),
                        then.value("phase", now.phase(), word -> Wire.parse(Phase.class, word)),
                        !values.containsKey("owner_id")
                                ? now.owner()
                                : owner == null ? null : PersonId.of(UUID.fromString(owner)),
                        !values.containsKey("due_days") ? now.dueDays() : days == null ? null : Integer.valueOf(days)),
                known.version());
    }
}
