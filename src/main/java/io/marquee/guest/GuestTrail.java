package io.marquee.guest;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Modules above tell what else happened to a guest. They act for the event's organization. */
public interface GuestTrail {

    /** In any order. */
    List<GuestMoment> of(Whom whom);

    /**
     * Of whom.
     *
     * @param ids of the guest, and of those who became them
     * @param addresses likewise
     * @param tickets that they hold, or held
     * @param orders of those
     * @param links what the links that went to their addresses open: holds of orders that they bought, and transfers to them
     */
    record Whom(
            GuestView guest,
            Set<UUID> ids,
            Set<String> addresses,
            Set<UUID> tickets,
            Set<UUID> orders,
            Set<UUID> links) {}
}
