package io.marquee.ticketing;

import io.marquee.event.EventEvent.EventCopied;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.pricing.PriceRules;
import io.marquee.seating.SeatMaps;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a copy of an event sells: the same types, with what refers to them, such as prices and seats. */
@Component
class CopiedTypes {
    private final TicketTypeReads reads;
    private final TicketTypes types;
    private final StakedTypes stakes;
    private final ApprovedTypes approved;
    private final SharedQuotas quotas;
    private final PriceRules rules;
    private final SeatMaps seats;
    private final EventReads events;
    private final Acting acting;

    CopiedTypes(
            TicketTypeReads reads,
            TicketTypes types,
            StakedTypes stakes,
            ApprovedTypes approved,
            SharedQuotas quotas,
            PriceRules rules,
            SeatMaps seats,
            EventReads events,
            Acting acting) {
        this.reads = reads;
        this.types = types;
        this.stakes = stakes;
        this.approved = approved;
        this.quotas = quotas;
        this.rules = rules;
        this.seats = seats;
        this.events = events;
        this.acting = acting;
    }

    @EventListener
    void on(EventCopied copied) {
        acting.asSystem(copied.organization(), () -> copy(events.byId(copied.from()), events.byId(copied.event())));
    }

    private void copy(EventView from, EventView to) {
        Duration later = Duration.between(from.startsAt(), to.startsAt());
        Map<UUID, UUID> copies = new LinkedHashMap<>();
        reads.everything(from.id()).stream()
                .filter(type -> !type.archived())
                .forEach(type -> copies.put(
                        type.id().value(),
                        types.create(to, details(type, later)).id().value()));
        stakes.copy(copies);
        approved.copy(copies);
        quotas.of(from).forEach(quota -> copy(quota, to, copies));
        rules.copy(from, to, copies);
        seats.copy(from, to, copies);
    }

    /** One that has only one type left by now is none. */
    private void copy(SharedQuotaView quota, EventView to, Map<UUID, UUID> copies) {
        Set<TicketTypeId> sharing = quota.types().stream()
                .map(type -> copies.get(type.value()))
                .filter(Objects::nonNull)
                .map(TicketTypeId::new)
                .collect(Collectors.toSet());
        if (sharing.size() > 1) quotas.create(to, quota.name(), quota.size(), sharing);
    }

    private static TicketTypeDetails details(TicketTypeView type, Duration later) {
        return new TicketTypeDetails(
                type.name(),
                type.description(),
                type.price(),
                type.size(),
                type.maxPerOrder(),
                type.maxPerPerson(),
                moved(type.saleStartsAt(), later),
                moved(type.saleEndsAt(), later),
                type.hidden(),
                type.minimum(),
                type.addOn(),
                type.maxPerTicket(),
                type.variantOf());
    }

    private static @Nullable Instant moved(@Nullable Instant at, Duration later) {
        return at == null ? null : at.plus(later);
    }
}
