package cx.ecou.customer.read.directory;

import cx.ecou.eventstore.ReadModel;
import cx.ecou.eventstore.privacy.ClearText;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The directory can be rebuilt. */
@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {

    @Bean
    ClearText clearTextOfAcquaintances() {
        return ClearText.of(Directory.PROCESSING_GROUP, DirectoryProjection.ACQUAINTANCE, "name")
                .and("'[]'", "emails", "phones", "loyalty_cards")
                .and("'{}'", "attributes");
    }

    /** Who is erased is in the list no more: a row of theirs would be one too many. */
    @Bean
    ClearText clearTextOfTheDirectory() {
        return new ClearText(
                Directory.PROCESSING_GROUP,
                DirectoryProjection.DIRECTORY,
                "customer_id",
                Map.of("name", "null", "email", "null", "words", "''"));
    }

    @Bean
    ReadModel directoryReadModel() {
        return ReadModel.of(
                Directory.PROCESSING_GROUP,
                DirectoryProjection.ACQUAINTANCE,
                DirectoryProjection.DIRECTORY,
                DirectoryProjection.LAST_SEEN);
    }
}
