package io.marquee.event;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.OrganizationId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings events in from elsewhere. Each is known by its key within the organization: it is made, changed or left as it is,
 * so the same batch may come again. Future ones are published, and those who follow are not
 * told of each; past ones come in as ended and tell nobody.
 */
@Component
public class EventImports {
    private final Access access;
    private final NewEvents newEvents;
    private final EventTable table;
    private final EventEdit edit;
    private final EventMoves moves;

    EventImports(Access access, NewEvents newEvents, EventTable table, EventEdit edit, EventMoves moves) {
        this.access = access;
        this.newEvents = newEvents;
        this.table = table;
        this.edit = edit;
        this.moves = moves;
    }

    /** @param key the same for the same event, whenever it comes */
    public record Incoming(String key, EventDetails details) {}

    /** What became of one. */
    public sealed interface Outcome {
        record Created() implements Outcome {}

        record Updated() implements Outcome {}

        record Unchanged() implements Outcome {}

        record Refused(List<InvalidInput.Problem> problems) implements Outcome {}
    }

    /** One outcome for each that comes in, in order; all in one transaction. No key may be in it twice. */
    @Transactional
    public List<Outcome> put(OrganizationId organization, List<Incoming> batch) {
        access.require(Permission.IMPORT_EVENTS, organization);
        Map<String, EventView> known = table.byImportKeys(
                organization, batch.stream().map(Incoming::key).toList());
        return batch.stream()
                .map(incoming -> put(organization, incoming, known))
                .toList();
    }

    private Outcome put(OrganizationId organization, Incoming incoming, Map<String, EventView> known) {
        try {
            EventDetails details = EventRules.checked(incoming.details());
            EventView event = known.get(incoming.key());
            return event == null ? make(organization, incoming.key(), details) : change(event, details);
        } catch (InvalidInput invalid) {
            return new Outcome.Refused(invalid.problems());
        }
    }

    private Outcome make(OrganizationId organization, String key, EventDetails details) {
        EventView event = newEvents.add(organization, details, key);
        if (event.state() == EventState.DRAFT) {
            moves.publish(event, true);
        }
        return new Outcome.Created();
    }

    /** What our own people added since, such as a cover or for whom it is, stays; cancelled and archived events stay as they are. */
    private Outcome change(EventView event, EventDetails incoming) {
        EventDetails now = event.details();
        EventDetails wanted = incoming.but()
                .cover(now.cover())
                .hue(now.hue())
                .page(now.page())
                .visibility(now.visibility())
                .build();
        boolean closed = event.state() == EventState.CANCELLED || event.state() == EventState.ARCHIVED;
        if (closed || wanted.equals(now)) {
            return new Outcome.Unchanged();
        }
        edit.apply(event, wanted);
        return new Outcome.Updated();
    }
}
