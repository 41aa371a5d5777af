package io.marquee.audit;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What changes speak of by its id, in words, told by the module that knows it. */
public interface TrailNames {

    /** The field whose values are such ids. */
    String field();

    /** Of those that there are still, and that whoever acts may see. */
    Map<UUID, String> of(Collection<UUID> ids);
}
