package io.marquee.ordering.web;

import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Refusal;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Text;
import io.marquee.pricing.Bill;
import io.marquee.pricing.Prices;
import io.marquee.ticketing.Basket;
import io.marquee.ticketing.Quotes;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketsRefused;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The choice of tickets, as it was picked: what it costs, or why it was not taken. */
@Component
class Choosing {
    private final Quotes quotes;
    private final Prices prices;
    private final Clock clock;

    Choosing(Quotes quotes, Prices prices, Clock clock) {
        this.quotes = quotes;
        this.prices = prices;
        this.clock = clock;
    }

    /** @throws InvalidInput at the field of a price that is none */
    Basket basket(EventView event, Picked picked, @Nullable String pass) {
        return picked.basket(shown(event, picked), pass);
    }

    ModelAndView again(EventView event, Picked picked, Refusal refused, Page page) {
        return page(event, picked, refused, null, page);
    }

    /** With its price, or with why it has none. */
    ModelAndView priced(EventView event, Picked picked, Page page) {
        Answer answer = answer(event, picked, page.text());
        return page(event, picked, answer.refused(), answer.bill(), page);
    }

    /** The price alone, for a form that is being filled: nothing as long as nothing is picked. */
    ModelAndView quote(EventView event, Picked picked, Page page) {
        Answer answer = answer(event, picked, page.text());
        ModelAndView fragment = new ModelAndView("ordering/quote")
                .addObject("text", page.text())
                .addObject("bill", answer.bill());
        Refusal refused = answer.refused();
        return refused == null
                ? fragment
                : fragment.addObject("why", ChooseView.words(refused, page.text()))
                        .addObject("atCode", ChooseView.isAtCode(refused));
    }

    /** What it costs, and what is wrong: a code that is no good lowers no price, and hides none. */
    private record Answer(
            @Nullable Refusal refused, @Nullable Bill bill) {}

    private Answer answer(EventView event, Picked picked, Text text) {
        try {
            quotes.onShow(event.id(), picked.code(), picked.unlock());
            return new Answer(null, bill(event, picked, text));
        } catch (InvalidInput | TicketsRefused refused) {
            return new Answer(refused, ChooseView.isAtCode(refused) ? billWithoutCode(event, picked, text) : null);
        }
    }

    private @Nullable Bill billWithoutCode(EventView event, Picked picked, Text text) {
        try {
            return bill(event, picked.withoutCode(), text);
        } catch (InvalidInput | TicketsRefused other) {
            return null; // it is said once the code is mended
        }
    }

    private @Nullable Bill bill(EventView event, Picked picked, Text text) {
        return picked.quantities().isEmpty() ? null : Bill.of(quotes.of(event, basket(event, picked, null)), text);
    }

    private @Nullable InvalidInput codeProblem(EventView event, Picked picked) {
        try {
            quotes.onShow(event.id(), picked.code(), picked.unlock());
            return null;
        } catch (InvalidInput refused) {
            return refused;
        }
    }

    /** A code that is no good shows nothing more. */
    private List<TicketTypeView> shown(EventView event, Picked picked) {
        String code = codeProblem(event, picked) == null ? picked.code() : null;
        return quotes.onShow(event.id(), code, picked.unlock());
    }

    private ModelAndView page(
            EventView event, Picked picked, @Nullable Refusal refused, @Nullable Bill bill, Page page) {
        boolean takesCodes = prices.takesCodes(event.id()) || !picked.code().isEmpty();
        ChooseView view = ChooseView.of(
                event, shown(event, picked), picked, takesCodes, refused, bill, page.text(), clock.instant());
        return page.titled(event.details().title()).hue(event.details().hue()).show("ordering/choose", "view", view);
    }
}
