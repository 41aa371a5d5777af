package io.marquee.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tests hash the same password a thousand times, and nobody guesses theirs. */
@Configuration(proxyBeanMethods = false)
class CheapPasswords {

    @Bean
    HashingCost hashingCost() {
        return new HashingCost(64, 1);
    }
}
