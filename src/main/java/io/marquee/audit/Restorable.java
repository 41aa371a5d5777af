package io.marquee.audit;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Things whose settings can be brought back to how they were, by the module that owns them. */
public interface Restorable {

    /** What it brings back, as {@link TrailEntry#subject()} calls it. */
    Set<String> subjects();

    /** The fields that can be brought back; others stay as they are. */
    Set<String> fields();

    /**
     * Sets these by the command that sets them by hand, with all that it asks and refuses.
     *
     * @param values by field, as {@link TrailEntry.Change} writes them; what is not among them stays
     * @throws io.marquee.kernel.Refusal where whoever acts may not, or where it contradicts what has been sold since
     */
    void restore(UUID id, Map<String, @Nullable String> values);
}
