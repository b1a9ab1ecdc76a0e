package cx.ecou.insight.read.segment;

import cx.ecou.eventstore.ReadModel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The copy of segments and memberships can be rebuilt. */
@Configuration(proxyBeanMethods = false)
class CustomerSegmentsConfiguration {

    @Bean
    ReadModel customerSegmentsReadModel() {
        return ReadModel.of(
                CustomerSegments.PROCESSING_GROUP, SegmentRows.TABLE, SegmentRows.RULES, MembershipRows.TABLE);
    }
}
