package io.marquee.notification;

import io.marquee.escrow.StakeEvent.StakeForgiven;
import io.marquee.escrow.StakeEvent.StakesComeBack;
import io.marquee.escrow.StakeEvent.StakesLost;
import io.marquee.escrow.StakeEvent.StakesUnpaid;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.ordering.OrderId;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderView;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.mail.Letter.Button;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.platform.web.Pages;
import io.marquee.platform.web.Text;
import java.util.List;
import java.util.Locale;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells buyers that a stake was lost, could not be charged, or is theirs again after that.
 * What goes back after check-in is told as any refund. */
@Component
class StakeLetters {
    private final PostOffice post;
    private final Pages pages;
    private final Settings settings;
    private final OrderReads orders;
    private final EventReads events;
    private final Capabilities capabilities;
    private final Acting acting;

    StakeLetters(
            PostOffice post,
            Pages pages,
            Settings settings,
            OrderReads orders,
            EventReads events,
            Capabilities capabilities,
            Acting acting) {
        this.post = post;
        this.pages = pages;
        this.settings = settings;
        this.orders = orders;
        this.events = events;
        this.capabilities = capabilities;
        this.acting = acting;
    }

    @ApplicationModuleListener
    void on(StakesLost lost) {
        String key = lost.charged() ? "stake_lost" : "stake_taken";
        write("stakes_lost:" + lost.order() + ":" + lost.at(), key, lost.order(), lost.organization(), lost.amount());
    }

    @ApplicationModuleListener
    void on(StakesUnpaid unpaid) {
        String kind = unpaid.nextTry() == null ? "stake_unpaid" : "stake_unpaid_tried_again";
        write(
                "stakes_unpaid:" + unpaid.order() + ":" + unpaid.at(),
                kind,
                unpaid.order(),
                unpaid.organization(),
                unpaid.amount());
    }

    @ApplicationModuleListener
    void on(StakesComeBack back) {
        write(
                "stake_comes_back:" + back.order() + ":" + back.at(),
                "stake_comes_back",
                back.order(),
                back.organization(),
                back.amount());
    }

    @ApplicationModuleListener
    void on(StakeForgiven forgiven) {
        write(
                "stake_forgiven:" + forgiven.order() + ":" + forgiven.at(),
                "stake_forgiven",
                forgiven.order(),
                forgiven.organization(),
                forgiven.amount());
    }

    private void write(String cause, String kind, OrderId id, OrganizationId organization, Money amount) {
        acting.asSystem(organization, () -> {
            OrderView order = orders.byId(id);
            EventView event = events.byId(order.event());
            post.take(new NewMail(
                    cause, kind, organization, order.buyerEmail(), null, letter(kind, order, event, amount)));
        });
    }

    private Letter letter(String kind, OrderView order, EventView event, Money amount) {
        Text text = pages.text(Locale.forLanguageTag(order.locale()));
        String key = "notification." + kind;
        Object[] words = {order.buyerName(), event.details().title(), order.code(), text.money(amount)};
        return new Letter(
                        text.code(),
                        event.details().hue(),
                        text.get(key + ".subject", words),
                        text.get(key + ".heading", words),
                        List.of(text.get(key + ".body", words)),
                        List.of(EventFacts.when(event, text)),
                        new Button(
                                text.get("notification.open_order"),
                                settings.baseUrl() + "/orders/"
                                        + capabilities.tokenFor(order.hold().value())),
                        List.of(),
                        text.get("notification.order_footer", words))
                .worded(key, words);
    }
}
