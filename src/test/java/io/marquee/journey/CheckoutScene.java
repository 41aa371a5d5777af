package io.marquee.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.testing.Browser;
import io.marquee.testing.Ledgers;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.HoldId;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.Holds;
import io.marquee.ticketing.TicketTypeView;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** An event with ten tickets for 24 euros, and Tom, who is about to buy one on his phone. */
@MarqueeTest
@Tag("browser")
abstract class CheckoutScene {
    static final int PHONE = 390;
    static final String PRICE = "€24.00";

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Journey journey;

    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    private OrderReads reads;

    @Autowired
    private Holds holds;

    @Autowired
    private Capabilities capabilities;

    @Autowired
    private Acting acting;

    @Autowired
    private Ledgers ledgers;

    EventView event;
    TicketTypeView type;
    Walker tom;
    Buying buying;
    private String email;

    @BeforeEach
    void begin() {
        event = tickets.event();
        type = tickets.type(event, 10);
        email = PeopleFixture.address("Tom");
        tom = journey.walker(browser, PHONE);
        buying = new Buying(tom);
    }

    /** However it went: nobody has seen an error, and no ticket is lost or sold twice. */
    @AfterEach
    void endsWell() {
        assertThat(browser.complaints()).isEmpty();
        assertThat(ledgers.breaches(event.id())).isEmpty();
    }

    String eventPath() {
        return "/events/" + event.slug();
    }

    /** To the form that asks who he is. */
    Walker picksOne() {
        return tom.open(eventPath()).press("Get 1 ticket").arrives("Your details");
    }

    /** To the provider's page. */
    Walker goesToPay() {
        picksOne();
        saysWhoHeIs();
        return tom.arrives("Pay " + PRICE);
    }

    void saysWhoHeIs() {
        buying.orders("Tom Okafor", email, "Pay " + PRICE);
    }

    /** What Tom holds, while he is at its checkout. */
    HoldView held() {
        String token = tom.path().split("/")[2];
        var buyer = capabilities.open(token);
        return held(new HoldId(buyer.hold()));
    }

    HoldView held(HoldView before) {
        return held(before.id());
    }

    private HoldView held(HoldId id) {
        return acting.as(new Actor.Capability(id.value()), () -> holds.byId(id));
    }

    OrderView order(HoldView hold) {
        return Objects.requireNonNull(acting.as(OrderFixture.buyer(hold), () -> reads.byHold(hold.id())));
    }
}
