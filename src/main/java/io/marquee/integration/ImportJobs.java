package io.marquee.integration;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.tenancy.Acting;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Large imports run as a job. */
@Configuration(proxyBeanMethods = false)
class ImportJobs {
    static final TaskDescriptor<Due> RUN = TaskDescriptor.of("integration.import", Due.class);

    record Due(UUID organization, UUID run) {}

    @Bean
    OneTimeTask<Due> runImport(ImportWork work, Acting acting) {
        return Tasks.oneTime(RUN).execute((instance, context) -> {
            OrganizationId organization = OrganizationId.of(instance.getData().organization());
            acting.asSystem(organization, () -> work.run(organization, instance.getData().run()));
        });
    }
}
