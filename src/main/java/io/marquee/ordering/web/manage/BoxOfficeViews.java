package io.marquee.ordering.web.manage;

import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.identity.Access;
import io.marquee.identity.People;
import io.marquee.identity.PersonView;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Refusal;
import io.marquee.ordering.BoxOffice;
import io.marquee.ordering.CounterDues;
import io.marquee.ordering.CounterSale;
import io.marquee.ordering.Drawer;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderView;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Text;
import io.marquee.pricing.Bill;
import io.marquee.pricing.Prices;
import io.marquee.registration.Questions;
import io.marquee.seating.SeatPlans;
import io.marquee.ticketing.BuyerFields;
import io.marquee.ticketing.Quotes;
import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.TicketTypeReads;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketsRefused;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Draws the counter: what can be sold, what was, and what is in the drawer. */
@Component
class BoxOfficeViews {
    private final BoxOffice boxOffice;
    private final CounterDues dues;
    private final OrderReads orders;
    private final Quotes quotes;
    private final Prices prices;
    private final TicketTypeReads ticketTypes;
    private final Questions questions;
    private final SeatPlans seats;
    private final People people;
    private final Capabilities capabilities;
    private final Access access;

    BoxOfficeViews(
            BoxOffice boxOffice,
            CounterDues dues,
            OrderReads orders,
            Quotes quotes,
            Prices prices,
            TicketTypeReads ticketTypes,
            Questions questions,
            SeatPlans seats,
            People people,
            Capabilities capabilities,
            Access access) {
        this.boxOffice = boxOffice;
        this.dues = dues;
        this.orders = orders;
        this.quotes = quotes;
        this.prices = prices;
        this.ticketTypes = ticketTypes;
        this.questions = questions;
        this.seats = seats;
        this.people = people;
        this.capabilities = capabilities;
        this.access = access;
    }

    /**
     * @param refused why nothing was sold; null where nothing was tried
     * @param sold the code of what was sold last; blank where nothing was
     */
    ModelAndView page(EventView event, BoxOfficeForm form, @Nullable Refusal refused, String sold, Page page) {
        Text text = page.text();
        List<TicketTypeView> all = types(event, form);
        Set<TicketTypeId> not = boxOffice.notSoldHere(
                event, all.stream().map(TicketTypeView::id).toList());
        // one that was typed into a page from before stays, for its error
        List<TicketTypeView> types = all.stream()
                .filter(type -> form.wants(type) || !not.contains(type.id()))
                .toList();
        Refusal why = refused == null ? problem(event, form) : refused;
        FieldErrors errors = why == null || why instanceof InvalidInput
                ? BuyerFields.errors(why, ids(form.wanted(types)), text)
                : FieldErrors.ofForm(text.why(why));
        BoxOfficePage view = new BoxOfficePage(
                ManageNav.of(event, ManageNav.Entry.BOX_OFFICE, access, text),
                path(event),
                form.types(types, errors, text),
                takesCodes(event) ? BuyerFields.code(form.code(), errors.of("code"), text) : null,
                why == null ? bill(event, form, types, text) : null,
                questions.asked(event.id()).isEmpty() ? form.payment(currency(types), errors, text) : List.of(),
                seats.of(event.id()).isPresent() ? path(event) + "/seats" : null,
                sold.isEmpty() ? null : sold(orders.byCode(event.id(), sold), text),
                drawers(event, text),
                DuesController.total(dues.total(event), text),
                errors);
        ModelAndView shown = page.titled(text.get("ordering.counter.title"))
                .hue(event.details().hue())
                .show("ordering/manage/box-office", "view", view);
        if (refused != null) shown.setStatus(HttpStatus.valueOf(refused.kind().status()));
        return shown;
    }

    ModelAndView quote(EventView event, BoxOfficeForm form, Page page) {
        ModelAndView fragment = new ModelAndView("ordering/quote").addObject("text", page.text());
        Refusal why = problem(event, form);
        if (why == null) {
            Bill bill = bill(event, form, types(event, form), page.text());
            return bill == null ? fragment : fragment.addObject("bill", bill);
        }
        return fragment.addObject(
                "why",
                why instanceof InvalidInput invalid
                        ? FieldErrors.of(invalid, page.text()).together()
                        : page.text().why(why));
    }

    /** Why this has no price; null where it has one, or nothing is chosen. */
    private @Nullable Refusal problem(EventView event, BoxOfficeForm form) {
        try {
            List<TicketTypeView> types = quotes.onShow(event.id(), form.code(), null);
            if (!form.wanted(types).isEmpty()) quotes.of(event, form.cart(types));
            return null;
        } catch (InvalidInput | TicketsRefused refused) {
            return refused;
        }
    }

    private @Nullable Bill bill(EventView event, BoxOfficeForm form, List<TicketTypeView> types, Text text) {
        return form.wanted(types).isEmpty() ? null : Bill.of(quotes.of(event, form.cart(types)), text);
    }

    /** What can be sold with this code; with one that is no good, what can be without. */
    List<TicketTypeView> types(EventView event, BoxOfficeForm form) {
        try {
            return quotes.onShow(event.id(), form.code(), null);
        } catch (InvalidInput noCode) {
            return quotes.onShow(event.id(), null, null);
        }
    }

    private boolean takesCodes(EventView event) {
        return prices.takesCodes(event.id())
                || ticketTypes.all(event.id()).stream().anyMatch(TicketTypeView::hidden);
    }

    private static List<TicketTypeId> ids(List<TicketTypeView> types) {
        return types.stream().map(TicketTypeView::id).toList();
    }

    static @Nullable Currency currency(List<TicketTypeView> types) {
        return types.isEmpty() ? null : types.getFirst().price().currency();
    }

    /** Whoever sold it prints what the buyer takes along: the buyer's own page. */
    private BoxOfficePage.Sold sold(OrderView order, Text text) {
        CounterSale sale = boxOffice.saleOf(order);
        return new BoxOfficePage.Sold(
                text.get("ordering.counter.sold", order.tickets(), order.total()),
                sale == null || sale.change().isZero() ? "" : text.get("ordering.counter.change", sale.change()),
                "/orders/" + capabilities.tokenFor(order.hold().value()));
    }

    private List<BoxOfficePage.DrawerLine> drawers(EventView event, Text text) {
        List<Drawer> drawers = boxOffice.drawers(event);
        Map<PersonId, PersonView> sellers = people.byIds(
                drawers.stream().map(Drawer::seller).filter(Objects::nonNull).collect(Collectors.toSet()));
        return drawers.stream()
                .map(drawer -> new BoxOfficePage.DrawerLine(
                        text.shortDate(drawer.day()),
                        seller(drawer, sellers, text),
                        text.of("ordering.counter.method", drawer.method()),
                        text.number(drawer.sales()),
                        text.money(drawer.taken()),
                        text.money(drawer.returned()),
                        text.money(drawer.left())))
                .toList();
    }

    private static String seller(Drawer drawer, Map<PersonId, PersonView> sellers, Text text) {
        if (drawer.device() != null) return drawer.device();
        PersonView seller = drawer.seller() == null ? null : sellers.get(drawer.seller());
        return seller == null ? text.get("ordering.counter.by_itself") : seller.name();
    }

    static String path(EventView event) {
        return "/manage/events/" + event.slug() + "/box-office";
    }
}
