package io.marquee.ordering.web;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.ordering.OrderRefused;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.RefundOffers;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.ticketing.TicketId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A buyer takes the money back that a postponed event offers. */
@Controller
class RefundOfferController {
    private final Visits visits;
    private final RefundOffers offers;
    private final Acting acting;

    RefundOfferController(Visits visits, RefundOffers offers, Acting acting) {
        this.visits = visits;
        this.offers = offers;
        this.acting = acting;
    }

    /** @param choose whether there was a choice: then no ticket is none, not all */
    @PostMapping("/orders/{token}/refunds")
    ModelAndView take(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable List<UUID> ticket,
            @RequestParam(defaultValue = "false") boolean choose,
            Page page,
            RedirectAttributes redirect) {
        Visit visit = visits.open(token);
        OrderView order = visit.order();
        if (order == null) throw new NotFound("order");
        List<UUID> ticked = ticket == null
                ? List.of()
                : ticket.stream().filter(Objects::nonNull).toList();
        try {
            acting.as(
                    visit.buyer(),
                    () -> offers.take(
                            order.id(),
                            choose ? ticked.stream().map(TicketId::new).toList() : null,
                            null));
            Flash.good(page.text().get("ordering.offer.done")).with(redirect);
        } catch (InvalidInput invalid) {
            Flash.bad(FieldErrors.of(invalid, page.text()).together()).with(redirect);
        } catch (OrderRefused refused) {
            Flash.bad(page.text().why(refused)).with(redirect);
        }
        return SeeOther.to(visit.orderPath());
    }
}
