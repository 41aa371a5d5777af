package io.marquee.ordering.web.manage;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.event.ManageNav.Entry;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.Money;
import io.marquee.ledger.Financials;
import io.marquee.ledger.LedgerReads;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.TicketTypeReads;
import io.marquee.ticketing.TicketTypeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What an event earned: sums over the books. */
@Controller
class FinancesController {
    private final EventReads events;
    private final LedgerReads books;
    private final TicketTypeReads types;
    private final Access access;

    FinancesController(EventReads events, LedgerReads books, TicketTypeReads types, Access access) {
        this.events = events;
        this.books = books;
        this.types = types;
        this.access = access;
    }

    @GetMapping("/manage/events/{slug}/finances")
    ModelAndView show(@PathVariable String slug, Page page) {
        EventView event = events.where(Permission.SEE_FINANCES, slug);
        Text text = page.text();
        Map<UUID, String> names = types.all(event.id()).stream()
                .collect(Collectors.toMap(type -> type.id().value(), TicketTypeView::name));
        FinancesView view = new FinancesView(
                ManageNav.of(event, Entry.FINANCES, access, text),
                Financials.of(books.ofEvent(event.organization(), event.id())).stream()
                        .map(earned -> earned(earned, names, text))
                        .toList());
        return page.titled(text.get("ordering.finances.title"))
                .hue(event.details().hue())
                .show("ordering/manage/finances", "view", view);
    }

    private static FinancesView.Earned earned(Financials sums, Map<UUID, String> names, Text text) {
        return new FinancesView.Earned(
                sums.gross().currency().getCurrencyCode(),
                steps(sums, text),
                text.money(sums.net()),
                sums.fees().isZero() ? "" : text.money(sums.fees()),
                sums.disputesHeld().isZero() ? "" : text.money(sums.disputesHeld()),
                sums.cashOwed().isZero() ? "" : text.money(sums.cashOwed()),
                sums.items().stream()
                        .map(item -> type(item, names, text))
                        .sorted((a, b) -> a.name().compareTo(b.name()))
                        .toList());
    }

    private static List<FinancesView.Step> steps(Financials sums, Text text) {
        List<FinancesView.Step> steps = new ArrayList<>();
        steps.add(new FinancesView.Step(text.get("ordering.finances.gross"), text.money(sums.gross())));
        minus(steps, "discounts", sums.discounts(), text);
        minus(steps, "refunded", sums.refunded(), text);
        minus(steps, "stakes", sums.stakes(), text);
        minus(steps, "tax", sums.tax(), text);
        minus(steps, "disputes_lost", sums.disputesLost(), text);
        minus(steps, "provider_fees", sums.providerFees(), text);
        minus(steps, "platform_fees", sums.platformFees(), text);
        return steps;
    }

    private static void minus(List<FinancesView.Step> steps, String what, Money amount, Text text) {
        Money less = Money.zero(amount.currency()).minus(amount);
        if (!less.isZero()) steps.add(new FinancesView.Step(text.get("ordering.finances." + what), text.money(less)));
    }

    private static FinancesView.Type type(Financials.Item item, Map<UUID, String> names, Text text) {
        return new FinancesView.Type(
                names.getOrDefault(item.ticketType(), "–"),
                text.money(item.paid()),
                text.money(item.discounts()),
                text.money(item.refunded()),
                text.money(item.tax()),
                text.money(item.kept()));
    }
}
