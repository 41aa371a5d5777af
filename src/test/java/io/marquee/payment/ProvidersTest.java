package io.marquee.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.payment.provider.PaymentProvider;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class ProvidersTest {
    private final Providers providers = new Providers(
            List.of(named("closed", false), named("open", true)),
            new ProviderLines(new SimpleMeterRegistry(), Mockito.mock(ProviderStates.class)));

    @Test
    void what_is_switched_off_starts_nothing_new() {
        assertThat(providers.offered()).containsExactly("open");
        assertThatThrownBy(() -> providers.offered("closed")).isInstanceOf(PaymentRefused.UnknownProvider.class);
    }

    @Test
    void what_was_started_before_is_followed_all_the_same() {
        assertThat(providers.named("closed").name()).isEqualTo("closed");
    }

    private static PaymentProvider named(String name, boolean offered) {
        return (PaymentProvider) Proxy.newProxyInstance(
                PaymentProvider.class.getClassLoader(),
                new Class<?>[] {PaymentProvider.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "name" -> name;
                    case "offered" -> offered;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
