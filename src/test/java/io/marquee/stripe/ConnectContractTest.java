package io.marquee.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.StripeException;
import com.stripe.model.Account;
import com.stripe.model.ApplicationFee;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Dispute;
import com.stripe.model.File;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Payout;
import com.stripe.model.Transfer;
import com.stripe.net.RequestOptions;
import com.stripe.param.AccountCreateParams;
import com.stripe.param.AccountLinkCreateParams;
import com.stripe.param.BalanceTransactionListParams;
import com.stripe.param.DisputeUpdateParams;
import com.stripe.param.FileCreateParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.TransferCreateParams;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Organizers' accounts, the money that goes to them, and what banks want back, as Stripe's own library reads it. */
class ConnectContractTest {
    private FakeStripe fake;
    private StripeClient stripe;
    private String account;
    private RequestOptions forAccount;

    @BeforeEach
    void start() throws StripeException {
        fake = FakeStripe.start();
        fake.timeTaken(null);
        stripe = Clients.of(fake);
        account = stripe.v1()
                .accounts()
                .create(AccountCreateParams.builder()
                        .setCountry("PT")
                        .setEmail("ines@example.org")
                        .setController(AccountCreateParams.Controller.builder()
                                .setStripeDashboard(AccountCreateParams.Controller.StripeDashboard.builder()
                                        .setType(AccountCreateParams.Controller.StripeDashboard.Type.EXPRESS)
                                        .build())
                                .build())
                        .build())
                .getId();
        forAccount = RequestOptions.builder().setStripeAccount(account).build();
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void an_account_is_ready_when_its_owner_has_answered_everything() throws StripeException {
        Account fresh = stripe.v1().accounts().retrieve(account);
        assertThat(fresh.getChargesEnabled()).isFalse();
        assertThat(fresh.getRequirements().getCurrentlyDue()).contains("external_account");
        assertThat(fresh.getController().getStripeDashboard().getType()).isEqualTo("express");
        String link = stripe.v1()
                .accountLinks()
                .create(AccountLinkCreateParams.builder()
                        .setAccount(account)
                        .setType(AccountLinkCreateParams.Type.ACCOUNT_ONBOARDING)
                        .setRefreshUrl("https://example.org/again")
                        .setReturnUrl("https://example.org/back")
                        .build())
                .getUrl();
        assertThat(link).startsWith(fake.url());

        fake.onboard(account);
        Account ready = stripe.v1().accounts().retrieve(account);
        assertThat(ready.getChargesEnabled()).isTrue();
        assertThat(ready.getPayoutsEnabled()).isTrue();
        assertThat(ready.getRequirements().getCurrentlyDue()).isEmpty();
        assertThat(ready.getExternalAccounts().getData()).hasSize(1);

        fake.ask(account, true, "individual.verification.document");
        Account stopped = stripe.v1().accounts().retrieve(account);
        assertThat(stopped.getRequirements().getDisabledReason()).isEqualTo("requirements.past_due");
        assertThat(stopped.getPayoutsEnabled()).isFalse();
    }

    @Test
    void each_account_has_books_of_its_own() throws StripeException {
        PaymentIntent intent = pay(TestCard.GOOD);
        assertThat(stripe.v1()
                        .paymentIntents()
                        .retrieve(intent.getId(), null, forAccount)
                        .getAmount())
                .isEqualTo(4800);
        assertThatThrownBy(() -> stripe.v1().paymentIntents().retrieve(intent.getId()))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.getCode()).isEqualTo("resource_missing"));
        RequestOptions stranger =
                RequestOptions.builder().setStripeAccount("acct_stranger").build();
        assertThatThrownBy(() -> stripe.v1().balance().retrieve(null, stranger))
                .isInstanceOf(PermissionException.class);
    }

    @Test
    void the_platforms_part_of_a_direct_charge_is_kept_and_given_back() throws StripeException {
        PaymentIntent intent = pay(TestCard.GOOD);
        BalanceTransaction move = moves("charge").getFirst();
        assertThat(move.getFee()).isEqualTo(97 + 240);
        assertThat(move.getFeeDetails()).extracting("type").containsExactly("stripe_fee", "application_fee");
        ApplicationFee fee = stripe.v1().applicationFees().list().getData().getFirst();
        assertThat(fee.getAccount()).isEqualTo(account);
        assertThat(fee.getAmount()).isEqualTo(240);

        stripe.v1()
                .refunds()
                .create(
                        RefundCreateParams.builder()
                                .setPaymentIntent(intent.getId())
                                .setAmount(2400L)
                                .setRefundApplicationFee(true)
                                .build(),
                        forAccount);
        assertThat(stripe.v1().applicationFees().retrieve(fee.getId()).getAmountRefunded())
                .isEqualTo(120);
        assertThat(moves("refund").getFirst().getAmount()).isEqualTo(-2400);
    }

    @Test
    void a_destination_charge_is_passed_on() throws StripeException {
        fake.onboard(account);
        stripe.v1()
                .paymentIntents()
                .create(PaymentIntentCreateParams.builder()
                        .setAmount(4800L)
                        .setCurrency("eur")
                        .setPaymentMethod(TestCard.GOOD.token())
                        .setConfirm(true)
                        .setApplicationFeeAmount(240L)
                        .setTransferData(PaymentIntentCreateParams.TransferData.builder()
                                .setDestination(account)
                                .build())
                        .build());
        Transfer transfer = stripe.v1().transfers().list().getData().getFirst();
        assertThat(transfer.getDestination()).isEqualTo(account);
        assertThat(moves("payment").getFirst().getNet()).isEqualTo(4560);
    }

    @Test
    void money_is_transferred_and_paid_out_and_may_come_back() throws StripeException {
        fake.onboard(account);
        stripe.v1()
                .paymentIntents()
                .create(PaymentIntentCreateParams.builder()
                        .setAmount(4800L)
                        .setCurrency("eur")
                        .setPaymentMethod(TestCard.GOOD.token())
                        .setConfirm(true)
                        .build());
        TransferCreateParams transfer = TransferCreateParams.builder()
                .setAmount(4000L)
                .setCurrency("eur")
                .setDestination(account)
                .build();
        assertThatThrownBy(() -> stripe.v1().transfers().create(transfer))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.getCode()).isEqualTo("balance_insufficient"));
        fake.settle(null);
        assertThat(stripe.v1().transfers().create(transfer).getAmount()).isEqualTo(4000);

        String payout = fake.payOut(account, "eur");
        assertThat(stripe.v1()
                        .balance()
                        .retrieve(null, forAccount)
                        .getAvailable()
                        .getFirst()
                        .getAmount())
                .isZero();
        assertThat(movesOf(payout)).extracting(BalanceTransaction::getType).containsExactly("payout", "payment");
        fake.payoutArrives(payout);
        fake.payoutFails(payout, "account_closed");
        Payout failed = stripe.v1().payouts().retrieve(payout, null, forAccount);
        assertThat(failed.getStatus()).isEqualTo("failed");
        assertThat(failed.getFailureCode()).isEqualTo("account_closed");
        assertThat(stripe.v1()
                        .balance()
                        .retrieve(null, forAccount)
                        .getAvailable()
                        .getFirst()
                        .getAmount())
                .isEqualTo(4000);
    }

    @Test
    void a_dispute_takes_evidence_and_is_decided(@TempDir Path folder) throws Exception {
        Path doors = java.nio.file.Files.writeString(folder.resolve("door list.pdf"), "%PDF-1.7");
        PaymentIntent intent = pay(TestCard.DISPUTED);
        fake.timePasses();
        Dispute dispute =
                stripe.v1().disputes().list(null, forAccount).getData().getFirst();
        assertThat(dispute.getStatus()).isEqualTo("needs_response");
        assertThat(dispute.getPaymentIntent()).isEqualTo(intent.getId());
        assertThat(dispute.getEvidenceDetails().getDueBy()).isNotNull();
        assertThat(dispute.getBalanceTransactions().getFirst().getNet()).isEqualTo(-6800);

        File file = stripe.v1()
                .files()
                .create(
                        FileCreateParams.builder()
                                .setPurpose(FileCreateParams.Purpose.DISPUTE_EVIDENCE)
                                .setFile(doors.toFile())
                                .build(),
                        forAccount);
        assertThat(file.getFilename()).isEqualTo("door list.pdf");
        assertThat(file.getSize()).isEqualTo(8);
        Dispute answered = stripe.v1()
                .disputes()
                .update(
                        dispute.getId(),
                        DisputeUpdateParams.builder()
                                .setEvidence(DisputeUpdateParams.Evidence.builder()
                                        .setServiceDocumentation(file.getId())
                                        .setUncategorizedText("winning_evidence")
                                        .build())
                                .setSubmit(true)
                                .build(),
                        forAccount);
        assertThat(answered.getStatus()).isEqualTo("under_review");
        assertThat(answered.getEvidence().getServiceDocumentation()).isEqualTo(file.getId());
        fake.timePasses();
        assertThat(stripe.v1()
                        .disputes()
                        .retrieve(dispute.getId(), null, forAccount)
                        .getStatus())
                .isEqualTo("won");
    }

    @Test
    void what_happens_in_an_account_is_told_with_its_name() throws Exception {
        try (Listening endpoint = new Listening()) {
            fake.webhooks().to(endpoint.address());
            fake.onboard(account);
            await().atMost(Duration.ofSeconds(40)).until(() -> endpoint.heard("account.updated"));
            assertThat(endpoint.event("account.updated", FakeStripe.CONNECT_WEBHOOK_SECRET)
                            .getAccount())
                    .isEqualTo(account);
        }
    }

    private PaymentIntent pay(TestCard card) throws StripeException {
        return stripe.v1()
                .paymentIntents()
                .create(
                        PaymentIntentCreateParams.builder()
                                .setAmount(4800L)
                                .setCurrency("eur")
                                .setApplicationFeeAmount(240L)
                                .setPaymentMethod(card.token())
                                .setConfirm(true)
                                .build(),
                        forAccount);
    }

    private List<BalanceTransaction> moves(String type) throws StripeException {
        return stripe.v1()
                .balanceTransactions()
                .list(BalanceTransactionListParams.builder().setType(type).build(), forAccount)
                .getData();
    }

    private List<BalanceTransaction> movesOf(String payout) throws StripeException {
        return stripe.v1()
                .balanceTransactions()
                .list(BalanceTransactionListParams.builder().setPayout(payout).build(), forAccount)
                .getData();
    }
}
