package cx.ecou.actionplan.read.workload;

import cx.ecou.eventstore.ReadModel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The workload can be rebuilt. What was given out and is not read yet is no part of it. */
@Configuration(proxyBeanMethods = false)
class WorkloadConfiguration {

    @Bean
    ReadModel workloadReadModel() {
        return ReadModel.of(Workload.PROCESSING_GROUP, WorkloadProjection.DUTIES, WorkloadProjection.BURDENS);
    }
}
