package cx.ecou.feedback.read.inbox;

import cx.ecou.eventstore.ReadModel;
import cx.ecou.eventstore.privacy.ClearText;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The inbox can be rebuilt. */
@Configuration(proxyBeanMethods = false)
class InboxConfiguration {

    @Bean
    ClearText clearTextOfTheInbox() {
        return InboxProjection.CLEAR_TEXT;
    }

    @Bean
    ReadModel inboxReadModel() {
        return ReadModel.of(InboxProjection.PROCESSING_GROUP, InboxProjection.TABLE);
    }
}
