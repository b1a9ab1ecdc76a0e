package cx.ecou.actionplan.read.casefile;

import cx.ecou.eventstore.ReadModel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The case files can be rebuilt. */
@Configuration(proxyBeanMethods = false)
class CaseFileConfiguration {

    @Bean
    ReadModel caseFileReadModel() {
        return ReadModel.of(CaseFiles.PROCESSING_GROUP, CaseFileProjection.TABLE);
    }
}
