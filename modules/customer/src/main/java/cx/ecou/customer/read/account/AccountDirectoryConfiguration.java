package cx.ecou.customer.read.account;

import cx.ecou.eventstore.ReadModel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The list of companies can be rebuilt. */
@Configuration(proxyBeanMethods = false)
class AccountDirectoryConfiguration {

    @Bean
    ReadModel accountReadModel() {
        return ReadModel.of(AccountDirectory.PROCESSING_GROUP, AccountProjection.ACCOUNT);
    }
}
