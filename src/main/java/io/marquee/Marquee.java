package io.marquee;

import io.marquee.platform.config.Settings;
import io.marquee.platform.config.SettingsInitializer;
import io.marquee.platform.config.WrongSetting;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableAsync;

/** The application: one process that serves pages, the API and the jobs. */
@SpringBootApplication
@EnableAsync
public class Marquee {
    private Marquee() {}

    public static void main(String[] args) {
        try {
            Settings settings = Settings.from(System.getenv());
            SpringApplication application = new SpringApplication(Marquee.class);
            application.addInitializers(new SettingsInitializer(settings));
            application.run(args);
        } catch (WrongSetting e) {
            System.err.println(e.getMessage());
            System.exit(WrongSetting.EXIT_CODE);
        }
    }
}
