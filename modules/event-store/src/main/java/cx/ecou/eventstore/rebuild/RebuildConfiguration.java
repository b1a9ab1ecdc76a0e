package cx.ecou.eventstore.rebuild;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import cx.ecou.eventstore.EventRegister;
import cx.ecou.eventstore.EventStoreConfiguration;
import cx.ecou.eventstore.ReactionGroup;
import cx.ecou.eventstore.ReadModel;
import cx.ecou.eventstore.announce.Announcements;
import cx.ecou.eventstore.deadletter.DeadLetters;
import cx.ecou.eventstore.ledger.Ledger;
import cx.ecou.eventstore.naming.LogicalNames;
import cx.ecou.eventstore.privacy.EventEncryption;
import cx.ecou.eventstore.processing.OrderedProcessor;
import java.time.Clock;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Rebuilding read models, by the scheduler of any node. */
@AutoConfiguration(after = EventStoreConfiguration.class)
public class RebuildConfiguration {

    @Bean
    RebuildTable rebuildTable(JdbcClient database, Clock clock) {
        return new RebuildTable(database, clock);
    }

    @Bean
    Rebuilds rebuilds(
            ObjectProvider<ReadModel> readModels,
            ObjectProvider<ReactionGroup> reactions,
            RebuildTable table,
            ObjectProvider<Scheduler> scheduler,
            PlatformTransactionManager transactions) {
        return new Rebuilds(
                readModels.stream().toList(),
                reactions.stream().toList(),
                table,
                scheduler,
                new TransactionTemplate(transactions));
    }

    @Bean
    StoredHistory storedHistory(
            JdbcTemplate jdbc,
            Serializer serializer,
            LogicalNames names,
            org.axonframework.config.Configuration axon,
            ObjectProvider<EventRegister> registers,
            EventEncryption encryption,
            @Value("${ecou.rebuild.events-at-once:1000}") int page) {
        return new StoredHistory(
                jdbc,
                new EventParser(serializer, names, axon::upcasterChain, encryption),
                registers.stream().toList(),
                page);
    }

    @Bean
    RebuildRun rebuildRun(
            ObjectProvider<EventProcessingConfiguration> processing,
            StoredHistory history,
            RebuildTable table,
            JdbcTemplate jdbc,
            DeadLetters letters,
            Ledger ledger,
            Announcements announcements,
            TransactionManager transactions,
            PlatformTransactionManager platform) {
        var database = JdbcClient.create(jdbc);
        var transaction = new TransactionTemplate(platform);
        var catalog = new TableCatalog(database);
        var tables = new ShadowTables(jdbc, catalog);
        return new RebuildRun(
                group -> processing
                        .getObject()
                        .eventProcessor(group, OrderedProcessor.class)
                        .orElseThrow()
                        .handlers(),
                history,
                table,
                tables,
                new ShadowIndexes(database, transaction, tables),
                new Switchover(
                        database,
                        transaction,
                        table,
                        tables,
                        new Comparing(jdbc, catalog),
                        letters,
                        ledger,
                        announcements),
                transactions,
                transaction);
    }

    @Bean
    Task<Void> rebuildTask(
            Rebuilds rebuilds,
            RebuildRun run,
            RebuildTable table,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new RebuildTask(rebuilds, run, table, new TransactionTemplate(transactions), clock).task();
    }
}
