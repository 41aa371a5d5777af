package io.marquee.platform.config;

import io.marquee.platform.config.Settings.Smtp;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Hands the settings to Spring: as a bean for our own code, and as properties for what Spring Boot configures. */
public record SettingsInitializer(Settings settings)
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Prepares an application that has not started yet: its log needs to know before there is a context. */
    public void prepare(SpringApplication application) {
        application.setDefaultProperties(properties());
        application.addInitializers(this);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("settings", settings);
        context.getEnvironment().getPropertySources().addLast(new MapPropertySource("settings", properties()));
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", settings.port());
        properties.put("server.forward-headers-strategy", settings.behindProxy() ? "native" : "none");
        properties.putAll(log());
        if (settings.smtp() != null) properties.putAll(mail(settings.smtp()));
        return properties;
    }

    private Map<String, Object> log() {
        return switch (settings.logs()) {
            case TEXT -> Map.of();
            case JSON -> Map.of("logging.structured.format.console", "ecs");
            case FILE -> {
                Map<String, Object> properties = new HashMap<>();
                properties.put(
                        "logging.file.name",
                        settings.data().resolve("logs/marquee.log").toString());
                properties.put("logging.console.enabled", "false");
                if (settings.production()) properties.put("logging.structured.format.file", "ecs");
                yield properties;
            }
        };
    }

    private static Map<String, Object> mail(Smtp smtp) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.mail.host", smtp.host());
        properties.put("spring.mail.port", smtp.port());
        if (smtp.user() != null) properties.put("spring.mail.username", smtp.user());
        if (smtp.password() != null) properties.put("spring.mail.password", smtp.password());
        smtp.properties().forEach((name, value) -> properties.put("spring.mail.properties." + name, value));
        return properties;
    }
}
