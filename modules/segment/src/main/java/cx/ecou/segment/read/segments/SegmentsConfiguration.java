package cx.ecou.segment.read.segments;

import cx.ecou.eventstore.ReadModel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Segments and memberships can be rebuilt. */
@Configuration(proxyBeanMethods = false)
class SegmentsConfiguration {

    @Bean
    ReadModel segmentsReadModel() {
        return ReadModel.of(
                Segments.PROCESSING_GROUP,
                SegmentsProjection.SEGMENT,
                SegmentsProjection.DEFINITION,
                SegmentsProjection.MEMBERSHIP);
    }
}
