package io.marquee.identity;

import static io.marquee.testing.PeopleFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.PersonId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class SignInTest {
    @Autowired
    private SignIn signIn;

    @Autowired
    private SignInLinks links;

    @Autowired
    private SignUp signUp;

    @Autowired
    private AddressProof proof;

    @Autowired
    private Persons persons;

    @Autowired
    private Actors actors;

    @Autowired
    private AsPlatform asPlatform;

    @Autowired
    private Acting acting;

    @Autowired
    private PeopleFixture people;

    private final String email = PeopleFixture.address("ada");
    private final Client client = PeopleFixture.client();

    @Test
    void the_address_is_taken_as_people_type_it() {
        PersonId ada = people.personWithPassword(email);
        assertThat(signIn.withPassword("  " + email.toUpperCase(Locale.ROOT) + " ", PASSWORD, SessionKind.API, client)
                        .person())
                .isEqualTo(ada);
    }

    @Test
    void passwords_and_tokens_are_kept_as_hashes_alone() {
        people.personWithPassword(email);
        PersonRow row = asPlatform.call(
                () -> java.util.Objects.requireNonNull(persons.byEmail(new io.marquee.kernel.EmailAddress(email))));
        assertThat(row.passwordHash()).startsWith("{argon2}").doesNotContain(PASSWORD);
        assertThat(row.toString()).doesNotContain("argon2");
        assertThat(new IssuedSession(row.view().id(), "secret", java.time.Instant.EPOCH).toString())
                .doesNotContain("secret");
    }

    @Test
    void guessing_is_slowed_down_and_the_right_password_is_not() {
        people.personWithPassword(email);
        for (int i = 0; i < 20; i++) {
            signIn.withPassword(email, PASSWORD, SessionKind.API, client);
        }
        assertThatThrownBy(() -> guess(12)).isInstanceOf(IdentityRefused.TooManyTries.class);
    }

    @Test
    void one_place_that_guesses_at_many_accounts_is_slowed_down() {
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 60; i++) {
                        guessOnce(PeopleFixture.address("nobody"), client);
                    }
                })
                .isInstanceOf(IdentityRefused.TooManyTries.class);
        assertThatThrownBy(() -> guess(PeopleFixture.address("nobody"), PeopleFixture.client()))
                .isInstanceOf(IdentityRefused.WrongCredentials.class);
    }

    @Test
    void nobody_gets_a_heap_of_mails() {
        people.personWithPassword(email);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 10; i++) {
                        links.request(email, null, PeopleFixture.client());
                    }
                })
                .isInstanceOf(IdentityRefused.TooManyTries.class);
    }

    @Test
    void of_many_who_use_a_link_at_once_one_is_let_in() throws Exception {
        people.personWithPassword(email);
        links.request(email, null, client);
        String token = people.mailedToken(email);
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> tries = IntStream.range(0, 8)
                    .mapToObj(n -> threads.submit(() -> {
                        start.await();
                        try {
                            links.use(token, client);
                            return true;
                        } catch (IdentityRefused.LinkNotGood e) {
                            return false;
                        }
                    }))
                    .toList();
            start.countDown();
            long in = 0;
            for (Future<Boolean> one : tries) {
                if (one.get()) in++;
            }
            assertThat(in).isEqualTo(1);
        }
    }

    @Test
    void a_token_for_one_purpose_is_not_good_for_another() {
        people.unconfirmed(email, PASSWORD);
        String verify = people.mailedToken(email);
        assertThatThrownBy(() -> links.use(verify, client)).isInstanceOf(IdentityRefused.LinkNotGood.class);
    }

    @Test
    void an_account_that_somebody_made_with_anothers_address_falls_to_its_owner() {
        PersonId account = people.unconfirmed(email, "the intruder's phrase");
        String intruder = people.token(account);

        links.request(email, null, client);
        links.use(people.mailedToken(email), client);

        assertThat(actors.bySession(intruder)).isNull();
        assertThatThrownBy(() -> signIn.withPassword(email, "the intruder's phrase", SessionKind.WEB, client))
                .isInstanceOf(IdentityRefused.WrongCredentials.class);
        assertThat(people.actor(account).verifiedEmail()).isEqualTo(email);
    }

    @Test
    void a_confirming_link_does_nothing_for_another_person() {
        people.unconfirmed(email, null);
        String token = people.mailedToken(email);
        PersonId other = people.person("Other Person");
        assertThatThrownBy(() -> acting.as(people.actor(other), () -> proof.confirm(token)))
                .isInstanceOf(IdentityRefused.LinkOfAnother.class);
        assertThat(proof.isGood(token)).isTrue();
    }

    @Test
    void an_address_has_one_account() {
        people.personWithPassword(email);
        assertThatThrownBy(() ->
                        signUp.create(account(email.toUpperCase(Locale.ROOT), null), SessionKind.WEB, null, client))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.problems())
                                .extracting(InvalidInput.Problem::code)
                                .containsExactly("email_taken"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"short", "password123", "Password123", "1234567890", "aaaaaaaaaaaa", "qwertyuiop", "abcdefghijkl"
            })
    void passwords_that_are_tried_first_are_refused(String password) {
        assertThatThrownBy(() -> signUp.create(account(email, password), SessionKind.WEB, null, client))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void the_address_is_no_password() {
        assertThatThrownBy(() -> signUp.create(account(email, email), SessionKind.WEB, null, client))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void long_passwords_of_any_script_work_and_endless_ones_are_refused() {
        String phrase = "четыре слова и 🎷 до утра";
        assertThatCode(() -> signUp.create(account(email, phrase), SessionKind.WEB, null, client))
                .doesNotThrowAnyException();
        assertThat(signIn.withPassword(email, phrase, SessionKind.WEB, client)).isNotNull();
        assertThatThrownBy(() -> signUp.create(
                        account(PeopleFixture.address("x"), "ab ".repeat(100)), SessionKind.WEB, null, client))
                .isInstanceOf(InvalidInput.class);
    }

    private void guess(int times) {
        for (int i = 0; i < times; i++) {
            guessOnce(email, PeopleFixture.client());
        }
    }

    private void guessOnce(String account, Client from) {
        try {
            guess(account, from);
        } catch (IdentityRefused.WrongCredentials expected) {
            // so are guesses answered until there are too many
        }
    }

    private void guess(String account, Client from) {
        signIn.withPassword(account, "a wrong phrase", SessionKind.WEB, from);
    }

    private static NewAccount account(String email, @org.jspecify.annotations.Nullable String password) {
        return new NewAccount(email, "Ada Lind", password, Locale.ENGLISH, ZoneOffset.UTC);
    }
}
