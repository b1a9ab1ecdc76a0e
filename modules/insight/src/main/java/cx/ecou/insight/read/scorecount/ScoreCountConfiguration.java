package cx.ecou.insight.read.scorecount;

import cx.ecou.eventstore.ReadModel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The counts can be rebuilt. The numbers of the scopes stay: every node remembers them, and none is ever taken back. */
@Configuration(proxyBeanMethods = false)
class ScoreCountConfiguration {

    @Bean
    ReadModel scoreCountReadModel() {
        return ReadModel.of(ScoreCounts.PROCESSING_GROUP, ScoreCountTable.TABLE);
    }
}
