package cx.ecou.customer.read.directory;

import cx.ecou.eventstore.ReadModel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The directory can be rebuilt. */
@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {

    @Bean
    ReadModel directoryReadModel() {
        return ReadModel.of(
                Directory.PROCESSING_GROUP,
                DirectoryProjection.ACQUAINTANCE,
                DirectoryProjection.DIRECTORY,
                DirectoryProjection.LAST_SEEN);
    }
}
