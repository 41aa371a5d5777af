package io.marquee.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class PasswordsTest {

    @Test
    void outside_of_tests_a_hash_costs_16_megabytes_and_two_rounds() {
        Passwords passwords = new Passwords(new StaticListableBeanFactory().getBeanProvider(HashingCost.class));

        String hash = passwords.hash("four words and a harbour");

        assertThat(hash).startsWith("{argon2}$argon2id$v=19$m=16384,t=2,p=1$");
        assertThat(passwords.isOutdated(hash)).isFalse();
        assertThat(passwords.isOutdated(hash.replace("t=2", "t=1"))).isTrue();
    }
}
