package io.marquee.payment.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.kernel.Ids;
import io.marquee.kernel.Money;
import io.marquee.kernel.PersonId;
import io.marquee.payment.sandbox.SandboxFixture;
import io.marquee.platform.config.Settings;
import io.marquee.platform.operation.Doctor;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.AdministratorFixture;
import io.marquee.testing.PaymentTest;
import io.marquee.testing.Visitor;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What differs between books, as a person finds it and decides about it. */
@PaymentTest
class ReconciliationPagesTest {
    @Autowired
    SandboxFixture sandbox;

    @Autowired
    AdministratorFixture administrators;

    @Autowired
    Settings settings;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    private PersonId person;
    private Visitor administrator;

    @BeforeEach
    void appoint() {
        person = administrators.appoint();
        administrator = Visitor.of(settings.baseUrl()).bearing(administrators.token(person));
    }

    @AfterEach
    void dismiss() {
        administrators.dismiss(person);
    }

    @Test
    void a_difference_says_what_it_is_and_what_to_do_and_goes_with_a_note() {
        String charge = sandbox.chargeWithoutUs("nobody's " + Ids.next(), Money.of(1800, "EUR"));
        sandbox.reconcile();

        String card = cardOf(charge);
        assertThat(card)
                .contains(
                        "A charge at the provider that nobody here knows",
                        "Find out whose it is. If nobody knows, send it back",
                        "Send €18.00 back");
        assertThat(doctor()).contains("of the kind unknown_charge", "/admin/reconciliation");
        String handle = card.replaceAll("(?s).*formaction=\"([^\"]+/handling)\".*", "$1");
        administrator.post(handle, "note", " ");
        assertThat(cardOf(charge)).as("not without a word").contains("Find out whose it is");

        administrator.post(handle, "note", "a test of the bank, given back there");

        assertThat(administrator.get("/admin/reconciliation").body()).doesNotContain(charge);
        assertThat(administrator.get("/admin/reconciliation?decided=true").body())
                .contains(charge, "a test of the bank, given back there");
    }

    @Test
    void of_every_kind_that_is_kept_there_is_a_sentence_and_something_to_do() {
        String check = acting.asPlatform(() -> jdbc.sql("""
                        select pg_get_constraintdef(oid) from pg_constraint where conname = 'discrepancies_kind_check'
                        """).query(String.class).single());
        Set<String> kinds = Stream.of(check.split("'"))
                .filter(word -> word.matches("[a-z_]+"))
                .collect(Collectors.toSet());
        ResourceBundle words = ResourceBundle.getBundle("i18n.payment", Locale.ROOT);

        assertThat(kinds).hasSizeGreaterThan(20);
        assertThat(kinds)
                .allSatisfy(kind -> assertThat(List.of(
                                words.getString("payment.discrepancy." + kind),
                                words.getString("payment.discrepancy.todo." + ReconciliationWords.todo(kind))))
                        .doesNotContain(""));
    }

    private String cardOf(String charge) {
        return Stream.of(administrator.get("/admin/reconciliation").body().split("<section class=\"card"))
                .filter(card -> card.contains(charge))
                .findFirst()
                .orElseThrow();
    }

    private String doctor() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Doctor.examine(settings, new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
