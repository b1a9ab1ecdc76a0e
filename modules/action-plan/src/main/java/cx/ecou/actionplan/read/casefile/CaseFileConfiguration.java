package cx.ecou.actionplan.read.casefile;

import cx.ecou.eventstore.ReadModel;
import cx.ecou.eventstore.privacy.ClearText;
import cx.ecou.eventstore.privacy.StillNeeded;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The case files can be rebuilt. */
@Configuration(proxyBeanMethods = false)
class CaseFileConfiguration {

    @Bean
    ClearText clearTextOfCaseFiles() {
        return CaseFileProjection.CLEAR_TEXT;
    }

    /** Somebody with a case that is not closed is not erased by rule. */
    @Bean
    StillNeeded neededForCases() {
        return new StillNeeded(
                CaseFiles.PROCESSING_GROUP, CaseFileProjection.TABLE, "subject_id", "status <> 'CLOSED'");
    }

    @Bean
    ReadModel caseFileReadModel() {
        return ReadModel.of(CaseFiles.PROCESSING_GROUP, CaseFileProjection.TABLE);
    }
}
