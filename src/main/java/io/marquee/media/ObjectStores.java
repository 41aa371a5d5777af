package io.marquee.media;

import io.marquee.platform.config.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where files lie, as the settings say. */
@Configuration(proxyBeanMethods = false)
class ObjectStores {
    @Bean
    ObjectStore objectStore(Settings settings) {
        return new CarefulStore(of(settings));
    }

    static ObjectStore of(Settings settings) {
        return settings.s3() == null ? new FolderStore(settings.data().resolve("media")) : new S3Store(settings.s3());
    }
}
