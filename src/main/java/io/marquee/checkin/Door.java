package io.marquee.checkin;

import io.marquee.checkin.counter.Clerks;
import io.marquee.checkin.device.DeviceScope;
import io.marquee.checkin.device.DeviceView;
import io.marquee.checkin.device.Enrolments;
import io.marquee.checkin.device.PairingKeys;
import io.marquee.checkin.list.CheckInList;
import io.marquee.checkin.list.Lists;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.AddOns;
import io.marquee.ticketing.MovingRule;
import io.marquee.ticketing.MovingRules;
import io.marquee.ticketing.RosterReads;
import io.marquee.ticketing.SigningKeys;
import io.marquee.ticketing.Turnout;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a gate reads beside its scans. */
@Component
public class Door {
    private static final int MOST_FOUND = 20;
    private static final int MOST_GATES = 50;

    private final EventReads events;
    private final Enrolments enrolments;
    private final CheckInReads reads;
    private final RosterReads tickets;
    private final SigningKeys keys;
    private final AddOns addOns;
    private final Lists lists;
    private final MovingRules rules;
    private final PairingKeys pairing;
    private final Clerks clerks;
    private final Acting acting;

    Door(
            EventReads events,
            Enrolments enrolments,
            CheckInReads reads,
            RosterReads tickets,
            SigningKeys keys,
            AddOns addOns,
            Lists lists,
            MovingRules rules,
            PairingKeys pairing,
            Clerks clerks,
            Acting acting) {
        this.events = events;
        this.enrolments = enrolments;
        this.reads = reads;
        this.tickets = tickets;
        this.keys = keys;
        this.addOns = addOns;
        this.lists = lists;
        this.rules = rules;
        this.pairing = pairing;
        this.clerks = clerks;
        this.acting = acting;
    }

    /** @param device null for a person, who has no pairing key either @param may what the actor may do beside scanning */
    public record View(
            EventView event,
            @Nullable DeviceView device,
            List<SigningKeys.Verifying> keys,
            List<String> gates,
            List<String> addOnGates,
            List<CheckInList> lists,
            MovingRule codes,
            Turnout turnout,
            @Nullable String pairingKey,
            List<DeviceScope> may) {}

    /**
     * Also notes that the device was seen.
     *
     * @throws io.marquee.checkin.device.DeviceRefused.Revoked
     */
    @Transactional
    public View of(String eventIdOrSlug) {
        EventView event = events.where(Permission.CHECK_IN, eventIdOrSlug);
        Turnout turnout = reads.turnout(eventIdOrSlug);
        List<DeviceScope> may = clerks.may(event);
        return acting.asSystem(event.organization(), () -> {
            DeviceView device = enrolments.good();
            enrolments.seen();
            List<String> addOnGates = addOns.names(event.id());
            return new View(
                    event,
                    device,
                    keys.atGates(event.organization()),
                    device == null || device.gates().isEmpty() ? gates(event, addOnGates) : device.gates(),
                    addOnGates,
                    lists.current(event.id()),
                    rules.of(event),
                    turnout,
                    device == null ? null : pairing.of(event.id()),
                    device == null ? may : device.scopes());
        });
    }

    /** Tickets by their holder's name: no contact data. */
    @Transactional(readOnly = true)
    public List<RosterReads.Named> named(String eventIdOrSlug, String query) {
        EventView event = events.where(Permission.CHECK_IN, eventIdOrSlug);
        return acting.asSystem(event.organization(), () -> {
            DeviceView device = enrolments.good();
            return tickets.named(event.id(), device == null ? List.of() : device.ticketTypes(), query, MOST_FOUND);
        });
    }

    private List<String> gates(EventView event, List<String> addOnGates) {
        return Stream.concat(addOnGates.stream(), reads.gateNames(event.id(), MOST_GATES).stream())
                .distinct()
                .limit(MOST_GATES)
                .toList();
    }
}
