package cx.ecou.eventstore.postgres;

import cx.ecou.eventstore.ModuleSchema;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Brings the schemas of all modules up to date as soon as there is a data source, before anybody can use it. */
public final class Migrations implements BeanPostProcessor {

    private final ObjectProvider<ModuleSchema> schemas;

    public Migrations(ObjectProvider<ModuleSchema> schemas) {
        this.schemas = schemas;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (bean instanceof DataSource dataSource) {
            schemas.stream()
                    .sorted(Comparator.comparingInt(ModuleSchema::rank).thenComparing(ModuleSchema::module))
                    .forEach(schema -> migrate(dataSource, schema));
        }
        return bean;
    }

    private static void migrate(DataSource dataSource, ModuleSchema schema) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas(schema.schema())
                .defaultSchema(schema.schema())
                .locations(schema.migrations())
                .loggers("slf4j")
                .load()
                .migrate();
    }

    /** For tests and tools that have no application: the given schemas, in their order. */
    public static void carryOut(DataSource dataSource, List<ModuleSchema> schemas) {
        schemas.forEach(schema -> migrate(dataSource, schema));
    }
}
