package cx.ecou.segment.read.portrait;

import cx.ecou.eventstore.ReadModel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The portraits can be rebuilt. */
@Configuration(proxyBeanMethods = false)
class PortraitConfiguration {

    @Bean
    ReadModel portraitReadModel() {
        return ReadModel.of(Portraits.PROCESSING_GROUP, Acquaintances.TABLE, PortraitTable.TABLE, VoiceTable.TABLE);
    }
}
