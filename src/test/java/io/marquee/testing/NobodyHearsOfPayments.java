package io.marquee.testing;

import io.marquee.payment.PaymentEvent;
import java.util.Arrays;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.util.ClassUtils;

/** Takes the listeners of other modules to payments away; the fixtures go on hearing. */
@TestConfiguration(proxyBeanMethods = false)
class NobodyHearsOfPayments {

    @Bean
    static BeanDefinitionRegistryPostProcessor silence() {
        return registry -> {
            for (String name : registry.getBeanDefinitionNames()) {
                String type = registry.getBeanDefinition(name).getBeanClassName();
                boolean another = type != null
                        && type.startsWith("io.marquee.")
                        && !type.startsWith(PaymentFixture.class.getPackageName())
                        && !type.startsWith(PaymentEvent.class.getPackageName());
                if (another && hearsOfPayments(ClassUtils.resolveClassName(type, null))) {
                    registry.removeBeanDefinition(name);
                }
            }
        };
    }

    private static boolean hearsOfPayments(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(EventListener.class))
                .flatMap(method -> Arrays.stream(method.getParameterTypes()))
                .anyMatch(PaymentEvent.class::isAssignableFrom);
    }
}
