package io.marquee.platform.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds the message bundles of all modules: a module only adds {@code i18n/<name>.properties} and {@code <name>_de.properties}. */
@Configuration(proxyBeanMethods = false)
class Messages {
    @Bean
    MessageSource messageSource() throws IOException {
        return source();
    }

    static MessageSource source() throws IOException {
        var source = new ResourceBundleMessageSource();
        source.setBasenames(basenames());
        source.setDefaultEncoding("UTF-8");
        source.setDefaultLocale(Locale.ENGLISH);
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
        return source;
    }

    private static String[] basenames() throws IOException {
        var found = new PathMatchingResourcePatternResolver().getResources("classpath*:i18n/*.properties");
        return Arrays.stream(found)
                .map(Resource::getFilename)
                .map(Objects::requireNonNull)
                .filter(name -> !name.contains("_"))
                .map(name -> "i18n/" + name.substring(0, name.indexOf('.')))
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }
}
