package io.marquee.testing;

import io.marquee.platform.config.Login;
import io.marquee.platform.config.Settings;
import io.marquee.platform.config.SettingsInitializer;
import io.marquee.stripe.FakeStripe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Gives an application under test its settings and database. Equal ones share an application.
 *
 * @param exclusiveTo the test class that wants an application of its own, or empty
 * @param wanted settings beside or instead of those below
 */
record MarqueeTestCustomizer(String exclusiveTo, List<String> wanted) implements ContextCustomizer {

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        TestPropertyValues.of(
                        "spring.datasource.hikari.maximum-pool-size=12", "spring.datasource.hikari.minimum-idle=1")
                .applyTo(context);
        Map<String, String> environment = environment(TestDatabase.fresh());
        if (wanted.contains(FakeStripe.SETTING)) workWithStripe(environment, context);
        new SettingsInitializer(Settings.from(environment)).initialize(context);
    }

    /** A fake of its own for each application: it knows one address for its webhooks. */
    private static void workWithStripe(Map<String, String> environment, ConfigurableApplicationContext context) {
        FakeStripe fake = FakeStripe.start();
        environment.putAll(fake.settings());
        fake.webhooks().to("http://localhost:" + environment.get("MARQUEE_PORT") + "/webhooks/stripe");
        context.getBeanFactory().registerSingleton("fakeStripe", fake);
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) fake.close();
        });
    }

    private Map<String, String> environment(TestDatabase database) {
        Map<String, String> environment = new HashMap<>();
        environment.put("MARQUEE_ENV", "development");
        environment.put("MARQUEE_PORT", String.valueOf(freePort()));
        // a store belongs to one database, and those of the next run have the same names
        environment.put("MARQUEE_DATA", "target/test-data/" + UUID.randomUUID());
        environment.put("MARQUEE_DATABASE_URL", url(database.owner()));
        environment.put("MARQUEE_DATABASE_APP_URL", url(database.app()));
        environment.put("MARQUEE_RATE_LIMIT", "off");
        environment.put("MARQUEE_SECRET", "a secret that only tests share with one another");
        for (String setting : wanted) {
            if (setting.equals(FakeStripe.SETTING)) continue;
            String[] nameAndValue = setting.split("=", 2);
            environment.put(nameAndValue[0], nameAndValue[1]);
        }
        return environment;
    }

    private static String url(Login login) {
        return login.url() + "?user=" + login.user() + "&password=" + login.password();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
