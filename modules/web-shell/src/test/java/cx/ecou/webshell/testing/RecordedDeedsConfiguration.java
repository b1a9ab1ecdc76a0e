package cx.ecou.webshell.testing;

import cx.ecou.webshell.audit.AuditTrail;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Found by every test that has this jar on its class path: without a platform deeds are recorded in memory. */
@AutoConfiguration
public class RecordedDeedsConfiguration {

    @Bean
    @ConditionalOnMissingBean(AuditTrail.class)
    RecordedDeeds recordedDeeds() {
        return new RecordedDeeds();
    }
}
