package io.marquee.ticketing.web;

import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.identity.Access;
import io.marquee.platform.config.Settings;
import io.marquee.platform.web.AmountField;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.TicketTypeReads;
import io.marquee.ticketing.TicketTypeView;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the team's pages of ticket types show. */
@Component
class TicketTypeViews {
    private static final String DEFAULT_CURRENCY = "EUR";

    private final TicketTypeReads types;
    private final Access access;
    private final Settings settings;
    private final Clock clock;

    TicketTypeViews(TicketTypeReads types, Access access, Settings settings, Clock clock) {
        this.types = types;
        this.access = access;
        this.settings = settings;
        this.clock = clock;
    }

    TicketTypesView list(EventView event, boolean wizard, Text text) {
        List<TicketTypeView> all = types.all(event.id());
        return new TicketTypesView(
                nav(event, text),
                lines(event, all.stream().filter(type -> !type.archived()).toList(), text),
                lines(event, all.stream().filter(TicketTypeView::archived).toList(), text),
                path(event),
                wizard ? "?wizard=1" : "",
                steps(event, wizard, text));
    }

    TicketTypeFormView form(
            EventView event,
            @Nullable TicketTypeView type,
            TicketTypeForm form,
            FieldErrors errors,
            boolean wizard,
            Text text) {
        String query = wizard ? "?wizard=1" : "";
        int taken = type == null ? 0 : type.held() + type.sold();
        return new TicketTypeFormView(
                nav(event, text),
                form,
                errors,
                type == null ? text.get("ticketing.types.add") : type.name(),
                path(event) + (type == null ? "" : "/" + type.id()) + query,
                path(event) + query,
                text.zone(
                        LocalDateTime.ofInstant(
                                event.startsAt(), event.details().timeZone()),
                        event.details().timeZone()),
                taken == 0 ? "" : text.get("ticketing.form.taken", text.number(taken)),
                AmountField.currencies(form.currency()),
                steps(event, wizard, text));
    }

    /** A new type is likely to cost in the currency of the others. */
    TicketTypeForm empty(EventView event) {
        return TicketTypeForm.empty(types.all(event.id()).stream()
                .findFirst()
                .map(type -> type.price().currency().getCurrencyCode())
                .orElse(DEFAULT_CURRENCY));
    }

    static String path(EventView event) {
        return "/manage/events/" + event.slug() + "/ticket-types";
    }

    private List<TicketTypeLine> lines(EventView event, List<TicketTypeView> shown, Text text) {
        Instant now = clock.instant();
        String url = settings.baseUrl() + "/events/" + event.slug();
        return IntStream.range(0, shown.size())
                .mapToObj(i -> TicketTypeLine.of(shown.get(i), event, url, i, shown.size(), now, text))
                .toList();
    }

    private ManageNav nav(EventView event, Text text) {
        return ManageNav.of(event, ManageNav.Entry.TICKET_TYPES, access, text);
    }

    private static List<Link> steps(EventView event, boolean wizard, Text text) {
        String manage = "/manage/events/" + event.slug();
        return wizard
                ? List.of(
                        Link.to(manage + "/edit?wizard=1", text.get("ticketing.wizard.details")),
                        Link.to(path(event) + "?wizard=1", text.get("ticketing.wizard.tickets"))
                                .current(true),
                        Link.here(text.get("ticketing.wizard.team")),
                        Link.here(text.get("ticketing.wizard.review")))
                : List.of();
    }
}
