package io.marquee.integration;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.tenancy.Acting;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Large imports run as a job. The work is looked up late: it stages jobs itself, and the scheduler is made of its jobs. */
@Configuration(proxyBeanMethods = false)
class ImportJobs {
    static final TaskDescriptor<Due> RUN = TaskDescriptor.of("integration.import", Due.class);

    record Due(UUID organization, UUID run) {}

    @Bean
    OneTimeTask<Due> runImport(ObjectProvider<ImportWork> work, Acting acting) {
        return Tasks.oneTime(RUN).execute((instance, context) -> {
            OrganizationId organization = OrganizationId.of(instance.getData().organization());
            acting.asSystem(
                    organization,
                    () -> work.getObject().run(organization, instance.getData().run()));
        });
    }
}
