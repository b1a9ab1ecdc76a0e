package cx.ecou.eventstore;

import cx.ecou.eventstore.backup.WalCopy;
import cx.ecou.eventstore.postgres.EmbeddedDatabase;
import cx.ecou.eventstore.postgres.Login;
import cx.ecou.eventstore.postgres.Migrations;
import cx.ecou.kernel.Reporting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database and the schemas in it, the clock and the reporting time zone. */
@AutoConfiguration(beforeName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
public class DatabaseConfiguration {

    @Bean
    static Migrations migrations(ObjectProvider<ModuleSchema> schemas, ObjectProvider<Login> owner) {
        return new Migrations(schemas, owner);
    }

    /** An operator's own database may give the event table to a role that the application does not know. */
    @Bean
    @ConditionalOnProperty("spring.flyway.user")
    Login eventsOwner(
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.flyway.user}") String user,
            @Value("${spring.flyway.password:}") String password) {
        return new Login(url, user, password);
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Reporting reporting(@Value("${ecou.reporting.time-zone:Europe/Warsaw}") ZoneId timeZone) {
        return new Reporting(timeZone);
    }

    /** Without a configured database Ecou brings its own. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "never")
    static class Embedded {

        @Bean(destroyMethod = "close")
        EmbeddedDatabase embeddedDatabase(@Value("${ecou.home:./data}") Path home) throws IOException {
            return EmbeddedDatabase.startIn(home);
        }

        @Bean
        Login embeddedOwner(EmbeddedDatabase database) {
            return database.owner();
        }

        @Bean
        @ConditionalOnProperty("ecou.backup.folder")
        WalCopy walCopy(EmbeddedDatabase database, @Value("${ecou.backup.folder}") Path folder) throws IOException {
            return WalCopy.start(database.owner(), folder);
        }

        @Bean
        JdbcConnectionDetails embeddedConnectionDetails(EmbeddedDatabase database) {
            return new JdbcConnectionDetails() {
                @Override
                public String getUsername() {
                    return database.application().user();
                }

                @Override
                public String getPassword() {
                    return database.application().password();
                }

                @Override
                public String getJdbcUrl() {
                    return database.application().url();
                }
            };
        }
    }
}
