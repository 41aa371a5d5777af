package io.marquee.notification;

import io.marquee.event.CancellationEffect;
import io.marquee.event.EventView;
import io.marquee.kernel.EmailAddress;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says beforehand how many hear that an event is cancelled or postponed: as many as there are addresses to write to. */
@Component
@Order(0)
class ToldOfEvent implements CancellationEffect {
    private final TicketHolders holders;
    private final Acting acting;

    ToldOfEvent(TicketHolders holders, Acting acting) {
        this.holders = holders;
        this.acting = acting;
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> sentences(EventView event, Text text) {
        long told = acting.asSystem(event.organization(), () -> holders.addressesExpected(event)).stream()
                .filter(address -> !EmailAddress.shown(address).isEmpty())
                .count();
        return told == 0 ? List.of() : List.of(text.get("notification.event_told", told));
    }

    @Override
    public List<String> ifPostponed(EventView event, Text text) {
        return sentences(event, text);
    }

    @Override
    public @Nullable String progress(EventView event) {
        return null;
    }
}
