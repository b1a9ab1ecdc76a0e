package cx.ecou.eventstore.postgres;

import cx.ecou.eventstore.ModuleSchema;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Brings the schemas of all modules up to date as soon as there is a data source, before anybody can use it.
 *
 * <p>Where the event table has an owner of its own, the guarded schemas ({@code event_store} among them) are migrated as that
 * owner, and the application gets no more rights there than it needs. The read models are the application's own.
 */
public final class Migrations implements BeanPostProcessor {

    private final ObjectProvider<ModuleSchema> schemas;
    private final ObjectProvider<Login> owner;

    /** @param owner of the event table, if it is another role than the application's */
    public Migrations(ObjectProvider<ModuleSchema> schemas, ObjectProvider<Login> owner) {
        this.schemas = schemas;
        this.owner = owner;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (bean instanceof DataSource dataSource) {
            List<ModuleSchema> inOrder = schemas.stream()
                    .sorted(Comparator.comparingInt(ModuleSchema::rank).thenComparing(ModuleSchema::module))
                    .toList();
            OneNode.does(dataSource, () -> carryOutAll(dataSource, inOrder));
        }
        return bean;
    }

    private void carryOutAll(DataSource dataSource, List<ModuleSchema> schemas) {
        Login events = owner.getIfAvailable();
        if (events == null) {
            carryOut(dataSource, schemas);
        } else {
            new TwoRoles(events, dataSource).carryOut(schemas);
        }
    }

    static void migrate(DataSource dataSource, ModuleSchema schema) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas(schema.schema())
                .defaultSchema(schema.schema())
                .locations(schema.migrations())
                .loggers("slf4j")
                .load()
                .migrate();
    }

    /** Everything as one role: the given schemas, in their order. */
    public static void carryOut(DataSource dataSource, List<ModuleSchema> schemas) {
        schemas.forEach(schema -> migrate(dataSource, schema));
    }
}
