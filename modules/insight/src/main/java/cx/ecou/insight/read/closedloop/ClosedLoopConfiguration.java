package cx.ecou.insight.read.closedloop;

import cx.ecou.eventstore.ReadModel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the figures of the closed loop rest on can be rebuilt. */
@Configuration(proxyBeanMethods = false)
class ClosedLoopConfiguration {

    @Bean
    ReadModel closedLoopReadModel() {
        return ReadModel.of(ClosedLoop.PROCESSING_GROUP, CaseTable.TABLE);
    }
}
