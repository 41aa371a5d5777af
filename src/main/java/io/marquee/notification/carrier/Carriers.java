package io.marquee.notification.carrier;

import io.marquee.platform.config.Settings;
import io.marquee.platform.config.Settings.MailProvider;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one that the operator chose. */
@Configuration(proxyBeanMethods = false)
public class Carriers {
    @Bean
    static Carrier mailCarrier(Settings settings, Clock clock) {
        return of(settings, clock);
    }

    public static Carrier of(Settings settings, Clock clock) {
        MailProvider provider = settings.mailing().provider();
        if (provider != null)
            return switch (provider.kind()) {
                case RESEND -> new ResendCarrier(provider);
                case POSTMARK -> new PostmarkCarrier(provider);
            };
        Settings.@Nullable Smtp smtp = settings.smtp();
        return smtp == null ? new Nobody() : new SmtpCarrier(settings, smtp, clock);
    }

    /** Mail waits in the outbox, and is not handed to anybody. */
    private record Nobody() implements Carrier {
        @Override
        public void take(Envelope envelope) throws NotTaken {
            throw NotTaken.because("there is no mail server", null);
        }
    }
}
