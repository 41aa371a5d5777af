package io.marquee.ordering.web.manage;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.identity.Access;
import io.marquee.identity.People;
import io.marquee.identity.Permission;
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
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.Quotes;
import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketsRefused;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Selling at the counter, and what is in the drawer. */
@Controller
@RequestMapping("/manage/events/{slug}/box-office")
class BoxOfficeController {
    private final EventReads events;
    private final BoxOffice boxOffice;
    private final CounterDues dues;
    private final OrderReads orders;
    private final Quotes quotes;
    private final People people;
    private final Capabilities capabilities;
    private final Access access;

    BoxOfficeController(
            EventReads events,
            BoxOffice boxOffice,
            CounterDues dues,
            OrderReads orders,
            Quotes quotes,
            People people,
            Capabilities capabilities,
            Access access) {
        this.events = events;
        this.boxOffice = boxOffice;
        this.dues = dues;
        this.orders = orders;
        this.quotes = quotes;
        this.people = people;
        this.capabilities = capabilities;
        this.access = access;
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug, @RequestParam(defaultValue = "") String sold, Page page) {
        EventView event = events.where(Permission.SELL_AT_DOOR, slug);
        OrderView order = sold.isEmpty() ? null : orders.byCode(event.id(), sold);
        return shown(event, BoxOfficeForm.EMPTY, order, FieldErrors.none(), page);
    }

    @PostMapping
    ModelAndView sell(@PathVariable String slug, @RequestParam Map<String, String> fields, Page page) {
        EventView event = events.where(Permission.SELL_AT_DOOR, slug);
        BoxOfficeForm form = new BoxOfficeForm(fields);
        try {
            OrderView order = boxOffice.sell(event, form.sale(types(event), page.text()));
            return SeeOther.to(path(event) + "?sold=" + order.code());
        } catch (InvalidInput invalid) {
            return refused(event, form, FieldErrors.of(invalid, page.text()), invalid, page);
        } catch (TicketsRefused refused) {
            return refused(event, form, FieldErrors.ofForm(page.text().why(refused)), refused, page);
        }
    }

    private ModelAndView refused(EventView event, BoxOfficeForm form, FieldErrors errors, Refusal why, Page page) {
        ModelAndView shown = shown(event, form, null, errors, page);
        shown.setStatus(HttpStatus.valueOf(why.kind().status()));
        return shown;
    }

    private ModelAndView shown(
            EventView event, BoxOfficeForm form, @Nullable OrderView sold, FieldErrors errors, Page page) {
        List<TicketTypeView> all = types(event);
        Set<TicketTypeId> not = boxOffice.notSoldHere(
                event, all.stream().map(TicketTypeView::id).toList());
        // one that was typed into a page from before stays, for its error
        List<TicketTypeView> types = all.stream()
                .filter(type -> form.wants(type) || !not.contains(type.id()))
                .toList();
        BoxOfficePage view = new BoxOfficePage(
                ManageNav.of(event, ManageNav.Entry.BOX_OFFICE, access, page.text()),
                path(event),
                form.types(types, errors, page.text()),
                form.fields(types, errors, page.text()),
                sold == null ? null : sold(sold, page.text()),
                drawers(event, page.text()),
                DuesController.total(dues.total(event), page.text()),
                errors);
        return page.titled(page.text().get("ordering.counter.title"))
                .hue(event.details().hue())
                .show("ordering/manage/box-office", "view", view);
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
                        drawer.seller() != null && sellers.containsKey(drawer.seller())
                                ? sellers.get(drawer.seller()).name()
                                : text.get("ordering.counter.by_itself"),
                        text.of("ordering.counter.method", drawer.method()),
                        text.number(drawer.sales()),
                        text.money(drawer.taken()),
                        text.money(drawer.returned()),
                        text.money(drawer.left())))
                .toList();
    }

    private List<TicketTypeView> types(EventView event) {
        return quotes.onShow(event.id(), null, null);
    }

    private static String path(EventView event) {
        return "/manage/events/" + event.slug() + "/box-office";
    }
}
