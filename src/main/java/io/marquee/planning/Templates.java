package io.marquee.planning;

import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Checklists to begin with: a few of ours, and each organization's own. */
@Component
public class Templates {
    private static final int MOST = 50;
    private static final int LONGEST_NAME = 120;

    private final TemplateTable table;
    private final Checklists checklists;
    private final Access access;
    private final Acting acting;
    private final Clock clock;

    Templates(TemplateTable table, Checklists checklists, Access access, Acting acting, Clock clock) {
        this.table = table;
        this.checklists = checklists;
        this.access = access;
        this.acting = acting;
        this.clock = clock;
    }

    /** Of the event's organization, for whoever edits the event. */
    @Transactional(readOnly = true)
    public List<TemplateView> own(EventView event) {
        require(event);
        return acting.asSystem(event.organization(), () -> table.of(event.organization()));
    }

    /**
     * Adds all its tasks.
     *
     * @param template the wire name of one of ours, or the id of one of theirs
     * @param words what a key of the bundles says in the language of whoever asks
     * @return how many
     * @throws InvalidInput at {@code template}
     */
    @Transactional
    public int apply(EventView event, String template, UnaryOperator<String> words) {
        List<TaskDetails> tasks = own(event).stream()
                .filter(one -> one.id().toString().equals(template))
                .findFirst()
                .map(TemplateView::tasks)
                .orElseGet(() -> ready(template).tasks(words));
        return checklists.add(event, tasks).size();
    }

    private static Ready ready(String template) {
        try {
            return Wire.parse(Ready.class, template);
        } catch (IllegalArgumentException none) {
            throw InvalidInput.at("template", "value");
        }
    }

    /** The event's tasks, without their owners, for the next event of its type. @throws InvalidInput at {@code name} */
    @Transactional
    public UUID save(EventView event, String typed) {
        require(event);
        String name = Checklists.line(typed);
        List<TaskDetails> tasks =
                checklists.of(event).stream().map(TaskView::details).toList();
        InvalidInput.gather()
                .check(!name.isEmpty(), "name", "required")
                .check(name.length() <= LONGEST_NAME, "name", "too_long", LONGEST_NAME)
                .check(!tasks.isEmpty(), "name", "no_tasks")
                .check(own(event).size() < MOST, "name", "too_many_templates", MOST)
                .orThrow();
        OrganizationId organization = event.organization();
        return acting.asSystem(
                organization,
                () -> table.insert(organization, name, event.details().type(), tasks, clock.instant()));
    }

    /** @throws NotFound */
    @Transactional
    public void remove(EventView event, UUID template) {
        require(event);
        boolean removed = acting.asSystem(event.organization(), () -> table.remove(event.organization(), template));
        if (!removed) throw new NotFound("template");
    }

    private void require(EventView event) {
        access.require(Permission.EDIT_EVENT, event.organization(), event.id());
    }
}
