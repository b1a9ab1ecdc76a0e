package cx.ecou.customer.automation;

import cx.ecou.eventstore.ReactionGroup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Also those who were seen before there was a recognition are recognised. */
@Configuration(proxyBeanMethods = false)
class RecognitionConfiguration {

    @Bean
    ReactionGroup recognisesCustomers() {
        return new ReactionGroup(WhenCustomerIsSeenThenRecognise.PROCESSING_GROUP, true);
    }
}
