package io.marquee.checkin;

import io.marquee.checkin.list.CheckInList;
import io.marquee.checkin.list.ListKind;
import io.marquee.checkin.list.Lists;
import io.marquee.kernel.InvalidInput;
import io.marquee.ticketing.AddOns;
import io.marquee.ticketing.TicketView;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which list a scan is for: the one that it names, else the first of its gate's admissions that takes the ticket. */
@Component
class ListChoice {
    private final Lists lists;
    private final AddOns addOns;

    ListChoice(Lists lists, AddOns addOns) {
        this.lists = lists;
        this.addOns = addOns;
    }

    /**
     * @param anyRule whether there is no list for this gate at all
     * @param list null where the gate's lists take no such ticket
     */
    record Chosen(boolean anyRule, @Nullable CheckInList list) {}

    /**
     * @param past whether a gate went by its lists before: those that were archived since count then
     * @throws InvalidInput where it names a list that there is not
     */
    Chosen of(Scan scan, TicketView ticket, boolean past) {
        List<CheckInList> all = lists.current(ticket.event());
        if (scan.list() != null) return new Chosen(false, named(past, all, ticket, scan.list()));
        List<CheckInList> here = all.stream()
                .filter(list -> list.kind() == ListKind.ADMISSION && list.isAt(scan.gate()))
                .toList();
        boolean addOn = addOns.isAddOn(ticket);
        // an add-on that no list names counts at the gate that is called like it, as without lists
        boolean named = all.stream().anyMatch(list -> list.takes(ticket.ticketType(), addOn));
        if (here.isEmpty() || addOn && !named) return new Chosen(true, null);
        return new Chosen(
                false,
                here.stream()
                        .filter(list -> list.takes(ticket.ticketType(), addOn))
                        .findFirst()
                        .orElse(null));
    }

    private CheckInList named(boolean past, List<CheckInList> all, TicketView ticket, UUID id) {
        return all.stream()
                .filter(list -> list.id().equals(id))
                .findFirst()
                .or(() -> past ? lists.find(ticket.event(), id) : Optional.empty())
                .orElseThrow(() -> InvalidInput.at("list", "value"));
    }
}
