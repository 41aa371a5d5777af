package io.marquee.testing;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;

/** Finds {@link MarqueeTest} on a test class and prepares the application for it. */
final class MarqueeTestCustomizerFactory implements ContextCustomizerFactory {

    static {
        // a machine that does other things too may be four times slower than one thinks
        Awaitility.setDefaultTimeout(Duration.ofSeconds(40));
    }

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        MarqueeTest asked = AnnotatedElementUtils.findMergedAnnotation(testClass, MarqueeTest.class);
        if (asked == null) return null;
        return new MarqueeTestCustomizer(asked.ownDatabase() ? testClass.getName() : "", List.of(asked.settings()));
    }
}
