package io.marquee.trail;

import io.marquee.audit.Restorable;
import io.marquee.audit.Trail;
import io.marquee.audit.TrailEntry;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Settings as they were before a change. */
@Component
public class Restoring {
    private final Trail trail;
    private final List<Restorable> restorables;
    private final Access access;
    private final TransactionTemplate transaction;

    Restoring(Trail trail, List<Restorable> restorables, Access access, TransactionTemplate transaction) {
        this.trail = trail;
        this.restorables = restorables;
        this.access = access;
        this.transaction = transaction;
    }

    /** @param now as it stands; null for nothing */
    public record Difference(
            String field, @Nullable String now, @Nullable String then) {}

    /** @param refused why it cannot be done now; null where it can */
    public record Preview(
            TrailEntry entry,
            List<Difference> differences,
            @Nullable Refusal refused) {}

    /** Whether an entry is of a change that could be undone at all. */
    public boolean isRestorable(TrailEntry entry) {
        return entry.action().equals("changed")
                && entry.organization() != null
                && restorables.stream()
                        .anyMatch(one -> one.subjects().contains(entry.subject())
                                && entry.changes().stream()
                                        .anyMatch(change -> one.fields().contains(change.field())));
    }

    /**
     * What would change, and whether it could: tried out, and undone.
     *
     * @throws NotFound where there is no such entry, or nothing of it can be brought back
     */
    public Preview preview(UUID entry) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            Plan plan = plan(entry);
            return new Preview(plan.entry, plan.differences, refusal(plan));
        });
    }

    /** Brings the settings back to how they were before this change. @throws Refusal where it cannot be done */
    public TrailEntry restore(UUID entry) {
        return transaction.execute(status -> {
            Plan plan = plan(entry);
            plan.restorable.restore(plan.entry.subjectId(), plan.values());
            return plan.entry;
        });
    }

    private static @Nullable Refusal refusal(Plan plan) {
        try {
            plan.restorable.restore(plan.entry.subjectId(), plan.values());
            return null;
        } catch (Refusal refused) {
            return refused;
        }
    }

    private record Plan(TrailEntry entry, Restorable restorable, List<Difference> differences) {
        Map<String, @Nullable String> values() {
            Map<String, @Nullable String> values = new LinkedHashMap<>();
            differences.forEach(one -> values.put(one.field(), one.then()));
            return values;
        }
    }

    private Plan plan(UUID id) {
        TrailEntry entry = trail.byId(id);
        require(entry);
        Restorable restorable = restorables.stream()
                .filter(one -> isRestorable(entry) && one.subjects().contains(entry.subject()))
                .findFirst()
                .orElseThrow(() -> new NotFound("page"));
        return new Plan(entry, restorable, differences(entry, restorable));
    }

    private void require(TrailEntry entry) {
        if (entry.organization() == null) throw new NotFound("page");
        OrganizationId organization = OrganizationId.of(entry.organization());
        if (entry.event() == null) {
            access.require(Permission.SEE_TRAIL, organization);
        } else {
            access.require(Permission.SEE_TRAIL, organization, EventId.of(entry.event()));
        }
    }

    /** Undoes the later changes one by one, newest first, and then this one; what comes out as it is stays. */
    private List<Difference> differences(TrailEntry entry, Restorable restorable) {
        Map<String, Difference> found = new LinkedHashMap<>();
        List<TrailEntry> undone = new ArrayList<>(trail.since(entry));
        undone.add(entry);
        for (TrailEntry one : undone) {
            for (TrailEntry.Change change : one.changes()) {
                if (!restorable.fields().contains(change.field())) continue;
                Difference known = found.get(change.field());
                String now = known == null ? change.after() : known.now();
                found.put(change.field(), new Difference(change.field(), now, change.before()));
            }
        }
        return found.values().stream()
                .filter(one -> !Objects.equals(one.now(), one.then()))
                .toList();
    }
}
