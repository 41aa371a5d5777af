package io.marquee.ordering;

import io.marquee.event.CancellationEffect;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells whoever is about to cancel or postpone an event what goes back, or could. */
@Component
class CancelledOrders implements CancellationEffect {
    private final Unwinding unwinding;
    private final TakenBack takenBack;
    private final Access access;

    CancelledOrders(Unwinding unwinding, TakenBack takenBack, Access access) {
        this.unwinding = unwinding;
        this.takenBack = takenBack;
        this.access = access;
    }

    @Override
    public List<String> sentences(EventView event, Text text) {
        Unwinding.Preview preview = unwinding.preview(event.slug());
        List<String> sentences = money(preview, "ordering.unwinding.back", text);
        preview.byHand()
                .forEach(part ->
                        sentences.add(text.get("ordering.unwinding.by_hand", text.money(part.money()), part.orders())));
        if (preview.free() > 0) sentences.add(text.get("ordering.unwinding.free", preview.free()));
        return sentences;
    }

    @Override
    public List<String> ifPostponed(EventView event, Text text) {
        return money(unwinding.preview(event.slug()), "ordering.offer.could_go", text);
    }

    private static List<String> money(Unwinding.Preview preview, String back, Text text) {
        List<String> sentences = new ArrayList<>();
        preview.back().forEach(part -> sentences.add(text.get(back, text.money(part.money()), part.orders())));
        return sentences;
    }

    @Override
    public @Nullable Link takenBack(EventView event, Text text) {
        if (event.refundOffer() == null || !access.may(Permission.SEE_ORDERS, event.organization(), event.id()))
            return null;
        TakenBack.Figures figures = takenBack.of(event.slug());
        return Link.to(
                "/manage/events/" + event.slug() + "/postponement/refunds",
                text.get("ordering.offer.taken", figures.taken(), figures.orders()));
    }

    @Override
    public String progress(EventView event) {
        return "/manage/events/" + event.slug() + "/cancellation/refunds";
    }
}
