package io.marquee.guest;

import io.marquee.audit.History;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.transfer.TransferReads;
import io.marquee.ticketing.transfer.TransferView;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Everything that happened to a guest: what this module wrote down, their orders and tickets, and what modules above know of. */
@Component
class Timeline {
    private final Moments moments;
    private final FormerGuests former;
    private final TicketReads tickets;
    private final TransferReads transfers;
    private final History history;
    private final List<GuestTrail> trails;
    private final Acting acting;

    Timeline(
            Moments moments,
            FormerGuests former,
            TicketReads tickets,
            TransferReads transfers,
            History history,
            List<GuestTrail> trails,
            Acting acting) {
        this.moments = moments;
        this.former = former;
        this.tickets = tickets;
        this.transfers = transfers;
        this.history = history;
        this.trails = trails;
        this.acting = acting;
    }

    /** Newest first. */
    List<GuestMoment> of(GuestView guest) {
        return acting.asSystem(guest.organization(), () -> {
            List<TicketId> held =
                    moments.tickets(guest).stream().map(TicketId::new).toList();
            Collection<TicketView> views = tickets.byIds(held).values();
            List<TransferView> passed = transfers.ofTickets(held);
            GuestTrail.Whom whom = whom(guest, held, views, passed);
            return Stream.of(
                            moments.of(guest, whom.ids()),
                            moves("order", whom.orders()),
                            moves("approval", whom.orders()),
                            moves("ticket", whom.tickets()),
                            passed.stream().flatMap(Timeline::passing),
                            trails.stream().flatMap(trail -> trail.of(whom).stream()))
                    .flatMap(some -> some)
                    .sorted(Comparator.comparing(GuestMoment::at).reversed())
                    .toList();
        });
    }

    private GuestTrail.Whom whom(
            GuestView guest, List<TicketId> held, Collection<TicketView> views, List<TransferView> passed) {
        Set<UUID> ids = new TreeSet<>(Set.of(guest.id().value()));
        Set<String> addresses = new TreeSet<>(Set.of(guest.email()));
        former.of(guest.id()).forEach(gone -> {
            ids.add(gone.id().value());
            addresses.add(gone.email());
        });
        Stream<UUID> bought = views.stream()
                .filter(ticket -> addresses.contains(ticket.buyerEmail()))
                .map(ticket -> ticket.hold().value());
        Stream<UUID> got = passed.stream()
                .filter(transfer -> addresses.contains(transfer.toEmail()))
                .map(transfer -> transfer.id().value());
        return new GuestTrail.Whom(
                guest,
                ids,
                addresses,
                held.stream().map(TicketId::value).collect(Collectors.toSet()),
                views.stream().map(TicketView::order).collect(Collectors.toSet()),
                Stream.concat(bought, got).collect(Collectors.toSet()));
    }

    /** Of a ticket, how it ended: that it was bought and used is told with more words by others. */
    private Stream<GuestMoment> moves(String subject, Set<UUID> ids) {
        return history.of(ids, Moments.MOST).stream()
                .filter(move -> move.subject().equals(subject) && move.from() != null)
                .filter(move -> !subject.equals("ticket")
                        || !Set.of("checked_in", "issued", "staked").contains(move.to()))
                .map(move -> new GuestMoment(
                        subject,
                        move.to(),
                        "",
                        move.actorKind().equals("person") && move.actorId() != null
                                ? new PersonId(move.actorId())
                                : null,
                        move.at()));
    }

    private static Stream<GuestMoment> passing(TransferView transfer) {
        String way = transfer.fromEmail() + " → " + transfer.toEmail();
        Stream<GuestMoment> offered =
                Stream.of(new GuestMoment("transfer", "offered", way, null, transfer.createdAt()));
        return transfer.decidedAt() == null
                ? offered
                : Stream.concat(
                        offered,
                        Stream.of(new GuestMoment(
                                "transfer", Wire.name(transfer.state()), way, null, transfer.decidedAt())));
    }
}
