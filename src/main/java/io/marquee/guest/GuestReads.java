package io.marquee.guest;

import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.registration.Answered;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What others may read of guests. */
@Component
public class GuestReads {
    private final GuestRows rows;
    private final FormerGuests former;
    private final Timeline timeline;
    private final GivenAnswers answers;
    private final Access access;
    private final Acting acting;

    GuestReads(
            GuestRows rows,
            FormerGuests former,
            Timeline timeline,
            GivenAnswers answers,
            Access access,
            Acting acting) {
        this.rows = rows;
        this.former = former;
        this.timeline = timeline;
        this.answers = answers;
        this.access = access;
        this.acting = acting;
    }

    /** Those that there are and that the actor's rows allow; whoever became another guest is that one. */
    @Transactional(readOnly = true)
    public Map<UUID, GuestView> byIds(Collection<UUID> ids) {
        Map<UUID, GuestView> guests = known(ids);
        if (guests.size() == ids.size()) return guests;
        Map<UUID, FormerGuests.Former> gone = former.all(ids);
        Map<UUID, GuestView> now =
                known(gone.values().stream().map(one -> one.now().value()).toList());
        gone.forEach((id, one) ->
                guests.put(id, Objects.requireNonNull(now.get(one.now().value()))));
        return guests;
    }

    /** Whom a personal link opens: also that of somebody who became another guest. @return null where it is no guest's */
    @Transactional(readOnly = true)
    public @Nullable GuestView byLink(Actor.Capability link) {
        return acting.asPlatform(() -> {
            GuestView guest = byIds(List.of(link.hold())).get(link.hold());
            if (guest == null || guest.isOpenedBy(link)) return guest;
            FormerGuests.Former gone = former.find(new GuestId(link.hold()));
            return gone != null && gone.opens(guest, link) ? guest : null;
        });
    }

    private Map<UUID, GuestView> known(Collection<UUID> ids) {
        return rows.all(ids).stream()
                .collect(Collectors.toMap(guest -> guest.id().value(), Function.identity()));
    }

    /** For the event's team. @throws NotFound where the event has no such guest */
    @Transactional(readOnly = true)
    public GuestView ofEvent(EventView event, GuestId id) {
        access.require(Permission.SEE_GUESTS, event.organization(), event.id());
        GuestView guest = byIds(List.of(id.value())).get(id.value());
        if (guest == null || !guest.event().equals(event.id())) throw new NotFound("guest");
        return guest;
    }

    /** Everything that happened to a guest, newest first. */
    @Transactional(readOnly = true)
    public List<GuestMoment> timeline(GuestView guest) {
        access.require(Permission.SEE_GUESTS, guest.organization(), guest.event());
        return timeline.of(guest);
    }

    /** What they answered without an order. */
    @Transactional(readOnly = true)
    public List<Answered> answersOf(GuestView guest) {
        access.require(Permission.SEE_GUESTS, guest.organization(), guest.event());
        return answers.of(guest);
    }
}
