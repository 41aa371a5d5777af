package io.marquee.platform.config;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Hands the settings to Spring: as a bean for our own code, and as properties for what Spring Boot configures. */
public record SettingsInitializer(Settings settings)
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("settings", settings);
        context.getEnvironment().getPropertySources().addLast(new MapPropertySource("settings", properties()));
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", settings.port());
        properties.put("server.forward-headers-strategy", settings.behindProxy() ? "native" : "none");
        return properties;
    }
}
