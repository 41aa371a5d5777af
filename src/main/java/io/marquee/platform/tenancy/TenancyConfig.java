package io.marquee.platform.tenancy;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class TenancyConfig {
    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new ActorTransactionManager(dataSource);
    }
}
