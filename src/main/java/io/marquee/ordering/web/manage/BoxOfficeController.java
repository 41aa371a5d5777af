package io.marquee.ordering.web.manage;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.ordering.BoxOffice;
import io.marquee.ordering.OrderView;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.registration.Questions;
import io.marquee.ticketing.Basket;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketsRefused;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Selling at the counter, and what is in the drawer. */
@Controller
@RequestMapping("/manage/events/{slug}/box-office")
class BoxOfficeController {
    private final EventReads events;
    private final BoxOffice boxOffice;
    private final BoxOfficeViews views;
    private final Questions questions;

    BoxOfficeController(EventReads events, BoxOffice boxOffice, BoxOfficeViews views, Questions questions) {
        this.events = events;
        this.boxOffice = boxOffice;
        this.views = views;
        this.questions = questions;
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug, @RequestParam(defaultValue = "") String sold, Page page) {
        EventView event = events.where(Permission.SELL_AT_DOOR, slug);
        return views.page(event, BoxOfficeForm.EMPTY, null, sold, page);
    }

    /**
     * Sells at once; where the event asks something, or who comes is to be named, it is held first.
     *
     * @param next {@code details} to be led there
     */
    @PostMapping
    ModelAndView sell(
            @PathVariable String slug,
            @RequestParam Map<String, String> fields,
            @RequestParam(defaultValue = "") String next,
            Page page) {
        EventView event = events.where(Permission.SELL_AT_DOOR, slug);
        BoxOfficeForm form = new BoxOfficeForm(fields);
        List<TicketTypeView> types = views.types(event, form);
        try {
            Basket cart = form.cart(types);
            if (next.equals("details") || !questions.asked(event.id()).isEmpty()) {
                return SeeOther.to(BoxOfficeViews.path(event) + "/holds/"
                        + boxOffice.hold(event, cart).id());
            }
            OrderView order = boxOffice.sell(
                    event, cart, form.sale(BoxOfficeViews.currency(types), List.of(), List.of(), page.text()));
            return SeeOther.to(BoxOfficeViews.path(event) + "?sold=" + order.code());
        } catch (InvalidInput | TicketsRefused refused) {
            return views.page(event, form, refused, "", page);
        }
    }

    /** What it costs, on the page again; or alone, while it is being filled in. */
    @PostMapping("/quotes")
    ModelAndView quote(
            @PathVariable String slug,
            @RequestParam Map<String, String> fields,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Page page) {
        EventView event = events.where(Permission.SELL_AT_DOOR, slug);
        BoxOfficeForm form = new BoxOfficeForm(fields);
        return fragment == null ? views.page(event, form, null, "", page) : views.quote(event, form, page);
    }
}
