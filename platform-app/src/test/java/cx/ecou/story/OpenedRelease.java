package cx.ecou.story;

import cx.ecou.eventstore.testing.FreshDatabase;
import cx.ecou.eventstore.testing.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives the platform a database that an earlier release has filled: {@code test.release} names it. */
final class OpenedRelease implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        new FreshDatabase().initialize(context);
        String url = TestDatabase.freshUrl();
        var database = new PGSimpleDataSource();
        database.setUrl(url);
        try {
            StoredRelease.named(context.getEnvironment().getRequiredProperty("test.release"))
                    .load(database);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("opened release", Map.of("spring.datasource.url", url)));
    }
}
