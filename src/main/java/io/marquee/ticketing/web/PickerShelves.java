package io.marquee.ticketing.web;

import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import io.marquee.pricing.Prices;
import io.marquee.pricing.PromoCode;
import io.marquee.ticketing.Quotes;
import io.marquee.ticketing.TicketTypeReads;
import io.marquee.ticketing.TicketTypeView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What there is to choose from for whoever came with this link. */
@Component
class PickerShelves {
    private final TicketTypeReads types;
    private final Quotes quotes;
    private final Prices prices;

    PickerShelves(TicketTypeReads types, Quotes quotes, Prices prices) {
        this.types = types;
        this.quotes = quotes;
        this.prices = prices;
    }

    /** @param unlock from the link: the key of a hidden type, or a promo code */
    PickerView.Shelf of(EventId event, @Nullable String unlock) {
        List<TicketTypeView> shown = types.onShowNow(event, unlock);
        PromoCode code = unlock == null ? null : prices.code(event, unlock);
        return code == null
                ? shelf(event, shown, null, unlock)
                : shelf(event, shownWith(event, code, shown), code.details().code(), null);
    }

    /** With one that can't be used now there is nothing more to see; the hold says why. */
    private List<TicketTypeView> shownWith(EventId event, PromoCode code, List<TicketTypeView> without) {
        try {
            return quotes.onShow(event, code.details().code(), null);
        } catch (InvalidInput notNow) {
            return without;
        }
    }

    private PickerView.Shelf shelf(
            EventId event, List<TicketTypeView> shown, @Nullable String code, @Nullable String unlock) {
        return new PickerView.Shelf(shown, prices.tariff(event), prices.takesCodes(event), code, unlock);
    }
}
