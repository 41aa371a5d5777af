package io.marquee.platform.api;

import io.marquee.kernel.Wire;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Closed choices in addresses, by their words on the wire: {@code ?state=partially_refunded}. */
@Configuration(proxyBeanMethods = false)
class WireNames implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(new Choices());
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static final class Choices implements ConverterFactory<String, Enum> {
        @Override
        public <T extends Enum> Converter<String, @Nullable T> getConverter(Class<T> type) {
            return word -> word.isBlank() ? null : (T) Wire.parse((Class) type, word.strip());
        }
    }
}
