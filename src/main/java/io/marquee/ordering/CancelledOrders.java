package io.marquee.ordering;

import io.marquee.event.CancellationEffect;
import io.marquee.event.EventView;
import io.marquee.platform.web.Text;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells whoever is about to cancel an event who hears of it and what goes back. */
@Component
class CancelledOrders implements CancellationEffect {
    private final Unwinding unwinding;

    CancelledOrders(Unwinding unwinding) {
        this.unwinding = unwinding;
    }

    @Override
    public List<String> sentences(EventView event, Text text) {
        Unwinding.Preview preview = unwinding.preview(event.slug());
        List<String> sentences = new ArrayList<>();
        if (preview.guests() > 0) sentences.add(text.get("ordering.unwinding.told", preview.guests()));
        preview.back()
                .forEach(part ->
                        sentences.add(text.get("ordering.unwinding.back", text.money(part.money()), part.orders())));
        preview.byHand()
                .forEach(part ->
                        sentences.add(text.get("ordering.unwinding.by_hand", text.money(part.money()), part.orders())));
        return sentences;
    }

    @Override
    public String progress(EventView event) {
        return "/manage/events/" + event.slug() + "/cancellation/refunds";
    }
}
