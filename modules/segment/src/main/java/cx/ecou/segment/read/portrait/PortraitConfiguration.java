package cx.ecou.segment.read.portrait;

import cx.ecou.eventstore.ReadModel;
import cx.ecou.eventstore.privacy.ClearText;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The portraits can be rebuilt. */
@Configuration(proxyBeanMethods = false)
class PortraitConfiguration {

    @Bean
    ClearText clearTextOfAcquaintancesOfSegments() {
        return ClearText.of(Portraits.PROCESSING_GROUP, Acquaintances.TABLE, "name")
                .and("'{}'", "attributes");
    }

    @Bean
    ClearText clearTextOfPortraits() {
        return new ClearText(
                Portraits.PROCESSING_GROUP,
                PortraitTable.TABLE,
                "customer_id",
                Map.of("name", "null", "attributes", "'{}'"));
    }

    @Bean
    ReadModel portraitReadModel() {
        return ReadModel.of(
                Portraits.PROCESSING_GROUP,
                Acquaintances.TABLE,
                PortraitTable.TABLE,
                PortraitTable.LAST_SEEN,
                VoiceTable.TABLE);
    }
}
