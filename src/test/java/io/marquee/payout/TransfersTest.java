package io.marquee.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.kernel.Ids;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.kernel.PersonId;
import io.marquee.payment.provider.TransferFact;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.AdministratorFixture;
import io.marquee.testing.PaymentTest;
import io.marquee.testing.PayoutFixture;
import io.marquee.testing.PayoutFixture.Owned;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Rush;
import io.marquee.testing.Visitor;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The operator passes money on by hand, at the sandbox. */
@PaymentTest
class TransfersTest {
    @Autowired
    private PayoutFixture fixture;

    @Autowired
    private Transfers transfers;

    @Autowired
    private TransferRows rows;

    @Autowired
    private Payouts payouts;

    @Autowired
    private AdministratorFixture administrators;

    @Autowired
    private PeopleFixture people;

    @Autowired
    private Settings settings;

    @Autowired
    private Acting acting;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private PersonId root;
    private Owned owned;

    @BeforeEach
    void found() {
        root = administrators.appoint();
        owned = fixture.organization();
        fixture.open(owned, "sandbox");
    }

    @AfterEach
    void dismiss() {
        administrators.dismiss(root);
    }

    @Test
    void what_is_passed_on_lies_in_the_account_and_is_in_the_books() {
        TransferView sent = make(4800, Ids.next().toString());

        assertThat(sent.state()).isEqualTo(TransferState.SENT);
        assertThat(balance()).isEqualTo(Money.of(4800, "EUR"));
        assertThat(fixture.booked(owned, "transfers")).isEqualTo(4800);
        assertThat(told()).singleElement().extracting(TransferFact::description).isEqualTo("Advance");
    }

    @Test
    void sent_twice_under_one_key_it_is_one_transfer() throws InterruptedException {
        String key = Ids.next().toString();

        List<Object> outcomes = Rush.of(3, i -> () -> make(4800, key));

        assertThat(Rush.only(outcomes, TransferView.class)).hasSize(3);
        assertThat(balance()).isEqualTo(Money.of(4800, "EUR"));
        assertThat(fixture.booked(owned, "transfers")).isEqualTo(4800);
    }

    @Test
    void parts_are_taken_back_until_nothing_is_left() {
        TransferView sent = make(4800, Ids.next().toString());
        String key = Ids.next().toString();
        reverse(sent, 1800, key);
        reverse(sent, 1800, key);
        assertThat(balance()).isEqualTo(Money.of(3000, "EUR"));

        assertThatThrownBy(() -> reverse(sent, 3001, Ids.next().toString())).isInstanceOf(InvalidInput.class);
        reverse(sent, 3000, Ids.next().toString());

        assertThat(balance()).isEqualTo(Money.of(0, "EUR"));
        assertThat(told())
                .singleElement()
                .satisfies(fact -> assertThat(fact.reversed()).isEqualTo(fact.amount()));
        assertThat(fixture.booked(owned, "transfers")).isEqualTo(2 * 4800);
    }

    @Test
    void what_the_provider_was_not_heard_to_answer_is_asked_for_again() {
        String account = Objects.requireNonNull(fixture.open(owned, "sandbox").account());
        TransferView stored = acting.asPlatform(() -> rows.request(
                owned.id(),
                "sandbox",
                account,
                Money.of(4800, "EUR"),
                "Advance",
                Ids.next().toString()));
        assertThat(balance()).isEqualTo(Money.of(0, "EUR"));
        anHourPasses(stored);

        transfers.catchUp();
        transfers.catchUp();

        assertThat(acting.asPlatform(() -> rows.byId(stored.id())).state()).isEqualTo(TransferState.SENT);
        assertThat(balance()).isEqualTo(Money.of(4800, "EUR"));
    }

    @Test
    void the_administrator_does_all_of_it_on_a_page() {
        Visitor visitor = Visitor.of(settings.baseUrl()).bearing(administrators.token(root));
        String to = owned.id() + "/sandbox";
        assertThat(visitor.get("/admin/transfers").body()).contains("Transfers by hand", to);
        assertThat(visitor.post("/admin/transfers", "account", to, "amount", "x", "currency", "EUR")
                        .body())
                .contains("amount-error");
        visitor.post(
                "/admin/transfers",
                "account",
                to,
                "amount",
                "48.00",
                "currency",
                "EUR",
                "description",
                "Advance",
                "key",
                "k1");

        String page = visitor.get("/admin/transfers").body();
        assertThat(page).contains("€48.00", "Advance", "Sent");
        String path = page.replaceAll("(?s).*?action=\"(/admin/transfers/[^\"]+/reversals)\".*", "$1");
        visitor.post(path, "amount", "50", "currency", "EUR", "key", "r0");
        assertThat(visitor.get("/admin/transfers").body()).doesNotContain("€50.00 back");
        visitor.post(path, "amount", "18", "currency", "EUR", "key", "r1");
        assertThat(visitor.get("/admin/transfers").body()).contains("€18.00 back");
        assertThat(visitor.get("/api/v1/admin/transfers").body()).contains("\"state\":\"sent\"", "\"left\"");
        assertThat(fixture.browserOf(owned).get("/admin/transfers").statusCode())
                .isEqualTo(404);
    }

    private TransferView make(long amount, String key) {
        return asRoot(() -> transfers.make(owned.id(), "sandbox", Money.of(amount, "EUR"), "Advance", key));
    }

    private TransferView reverse(TransferView sent, long amount, String key) {
        return asRoot(() -> transfers.reverse(sent.id().toString(), Money.of(amount, "EUR"), key));
    }

    private Money balance() {
        return fixture.as(owned, () -> payouts.balance(owned.id(), "sandbox")).stream()
                .map(balance -> balance.available())
                .findFirst()
                .orElse(Money.of(0, "EUR"));
    }

    private List<TransferFact> told() {
        return fixture.as(owned, () -> payouts.transfers(owned.id(), "sandbox", null, 50))
                .items();
    }

    private void anHourPasses(TransferView stored) {
        acting.asPlatform(() -> transaction.executeWithoutResult(status -> jdbc.sql(
                        "update payout.transfers set created_at = created_at - interval '1 hour' where id = ?")
                .param(stored.id())
                .update()));
    }

    private <T> T asRoot(Supplier<T> work) {
        return acting.as(people.actor(root), work);
    }
}
