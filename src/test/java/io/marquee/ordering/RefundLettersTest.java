package io.marquee.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.OrganizationRole;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MarqueeTest
class RefundLettersTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    PeopleFixture people;

    @Autowired
    OrganizationFixture organizations;

    @Autowired
    Events events;

    @Autowired
    Ordering ordering;

    @Autowired
    RefundRequests requests;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher publisher;

    /** A mail as it was written. */
    private record Mail(String recipient, String words) {}

    @Test
    void whoever_gets_an_amount_back_hears_that_the_tickets_stay_valid() {
        OrderView order = bought(2);

        giveBack(order, List.of(), Money.of(1000, "EUR"));

        assertThat(refundMail(order))
                .contains("€10.00", "Your tickets stay valid")
                .doesNotContain("no longer let anybody in");
    }

    @Test
    void whoever_gives_one_of_two_tickets_back_hears_which_one_stays_valid() {
        OrderView order = bought(2);

        giveBack(order, List.of(0), null);

        assertThat(refundMail(order))
                .contains(
                        "The tickets it paid for no longer let anybody in",
                        "These tickets of the order stay valid: no. 2 (General admission).")
                .doesNotContain("no. 1 (");
    }

    @Test
    void whoever_gives_everything_back_hears_that_no_ticket_is_valid() {
        OrderView order = bought(2);

        giveBack(order, null, null);

        assertThat(refundMail(order))
                .contains("The tickets it paid for no longer let anybody in")
                .doesNotContain("valid");
    }

    @Test
    void those_who_may_refund_hear_of_money_that_a_bank_refused() {
        PersonId owner = people.person("Olga Owner");
        OrganizationId organization =
                organizations.organization(owner, "Letters " + owner).id();
        organizations.member(owner, organization, OrganizationRole.VIEWER);
        EventView draft = acting.as(
                people.actor(owner),
                () -> events.create(organization, EventFixture.concert().build()));
        EventView event = acting.as(people.actor(owner), () -> events.publish(draft.id()));
        OrderView order = orders.placed(event, tickets.type(event, 5), 1);
        orders.pay(order, PaymentFixture.CARD_WITHOUT_REFUNDS);

        giveBack(orders.until(order, OrderState.PAID), null, null);

        List<Mail> mails =
                await().atMost(SOON).until(() -> mails(organization, "refund_refused"), found -> !found.isEmpty());
        assertThat(mails).singleElement().satisfies(mail -> {
            assertThat(mail.recipient()).isEqualTo(address(owner));
            assertThat(mail.words())
                    .contains(
                            "did not take €24.00",
                            "Ask Ada Lind where to send it",
                            "refund it once more",
                            "/manage/events/" + event.slug() + "/orders/" + order.code());
        });

        refused(order, "refund_of_disputed");
        refused(order, "refund_no_balance");
        assertThat(news(organization, mails).words())
                .as("that its bank decides about is theirs with the dispute")
                .contains("There is not enough money in the account at the provider", "topping up")
                .doesNotContain("did not take", "pay them");

        List<Mail> before = mails(organization, "refund_refused");
        acting.as(people.actor(owner), () -> events.cancel(event.id(), "storm"));
        refused(order, "refund_no_balance");
        assertThat(news(organization, before).words())
                .contains("not enough money", "/manage/events/" + event.slug() + "/cancellation/refunds");
        List<Mail> once = mails(organization, "refund_refused");
        refused(order, "refund_no_balance");
        refused(order, "refund_no_access");
        assertThat(news(organization, once).words())
                .as("once of each cause, however many orders there are")
                .contains("no longer gives us access");
    }

    private void refused(OrderView order, String why) {
        acting.asSystem(
                order.organization(),
                () -> transaction.executeWithoutResult(status -> publisher.publishEvent(new OrderEvent.RefundRefused(
                        order.id(), order.event(), order.organization(), order.total(), Instant.now(), why))));
    }

    /** The one that came since. */
    private Mail news(OrganizationId organization, List<Mail> before) {
        List<Mail> now = await().atMost(SOON)
                .until(() -> mails(organization, "refund_refused"), found -> found.size() > before.size());
        assertThat(now).hasSize(before.size() + 1);
        return now.stream().filter(mail -> !before.contains(mail)).findFirst().orElseThrow();
    }

    @Test
    void those_who_may_refund_hear_once_of_each_request() {
        PersonId owner = people.person("Olga Owner");
        OrganizationId organization =
                organizations.organization(owner, "Letters " + owner).id();
        PersonId admin = organizations.member(owner, organization, OrganizationRole.ADMIN);
        PersonId maker = organizations.member(owner, organization, OrganizationRole.MEMBER);
        organizations.member(owner, organization, OrganizationRole.MEMBER);
        organizations.member(owner, organization, OrganizationRole.VIEWER);
        EventView draft = acting.as(
                people.actor(maker),
                () -> events.create(organization, EventFixture.concert().build()));
        EventView event = acting.as(people.actor(owner), () -> events.publish(draft.id()));
        OrderView order = orders.paid(event, tickets.type(event, 5), 1);

        acting.as(OrderFixture.buyer(order), () -> requests.ask(order.id(), "I broke my leg"));

        List<String> told = List.of(address(owner), address(admin), address(maker));
        List<Mail> mails = await().atMost(SOON)
                .until(() -> mails(organization, "refund_requested"), found -> found.size() >= told.size());
        assertThat(mails).extracting(Mail::recipient).containsExactlyInAnyOrderElementsOf(told);
        assertThat(mails)
                .allSatisfy(mail -> assertThat(mail.words())
                        .contains(
                                "Ada Lind",
                                "I broke my leg",
                                "€24.00",
                                "/manage/events/" + event.slug() + "/refund-requests"));

        acting.as(
                people.actor(owner),
                () -> requests.decline(
                        order.id(), requests.of(order.id()).getFirst().id(), "Get well"));
        acting.as(OrderFixture.buyer(order), () -> requests.ask(order.id(), "Both legs"));
        await().atMost(SOON).until(() -> mails(organization, "refund_requested").size() == 2 * told.size());
    }

    private OrderView bought(int quantity) {
        EventView event = tickets.event();
        return orders.paid(event, tickets.type(event, 10), quantity);
    }

    /** @param chosen which of its tickets, from 0; null for all */
    private void giveBack(OrderView order, @Nullable List<Integer> chosen, @Nullable Money amount) {
        var ending = chosen == null
                ? null
                : chosen.stream().map(i -> orders.ticketsOf(order).get(i).id()).toList();
        acting.as(
                EventFixture.owner(order.organization()),
                () -> ordering.giveBack(order.id(), "goodwill", new RefundScope(ending, amount, true, null)));
    }

    private String refundMail(OrderView order) {
        return await().atMost(SOON)
                .until(() -> mails(order.organization(), "order_refunded"), found -> !found.isEmpty())
                .getFirst()
                .words();
    }

    private String address(PersonId person) {
        return acting.asPlatform(
                () -> transaction.execute(status -> jdbc.sql("select email from identity.persons where id = ?")
                        .param(person.value())
                        .query(String.class)
                        .single()));
    }

    private List<Mail> mails(OrganizationId organization, String kind) {
        return acting.asPlatform(() -> transaction.execute(status -> jdbc.sql(
                        "select recipient, plain from notification.mails where organization_id = ? and kind = ?")
                .params(organization.value(), kind)
                .query((row, n) -> new Mail(row.getString(1), row.getString(2)))
                .list()));
    }
}
