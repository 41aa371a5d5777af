package io.marquee;

import io.marquee.platform.config.Settings;
import io.marquee.platform.config.SettingsInitializer;
import io.marquee.platform.config.WrongSetting;
import io.marquee.platform.operation.Doctor;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.scheduling.annotation.EnableAsync;

/**
 * The application: one process that serves pages, the API and the jobs. Beans are named by their packages too, since two modules may
 * have the same word for a thing of their own.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EnableAsync
public class Marquee {
    private Marquee() {}

    public static void main(String[] arguments) {
        try {
            Settings settings = Settings.from(System.getenv());
            if (List.of(arguments).contains("--doctor")) System.exit(Doctor.examine(settings, System.out));
            SpringApplication application = new SpringApplication(Marquee.class);
            new SettingsInitializer(settings).prepare(application);
            application.run(arguments);
        } catch (WrongSetting e) {
            System.err.println(e.getMessage());
            System.exit(e.getExitCode());
        }
    }
}
