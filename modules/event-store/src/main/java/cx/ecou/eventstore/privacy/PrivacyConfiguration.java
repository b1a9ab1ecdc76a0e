package cx.ecou.eventstore.privacy;

import cx.ecou.eventstore.EventRegister;
import cx.ecou.eventstore.EventStoreConfiguration;
import cx.ecou.eventstore.ModuleSchema;
import cx.ecou.eventstore.announce.Announcements;
import cx.ecou.eventstore.backup.WalCopy;
import cx.ecou.eventstore.engine.OrderedEventStore;
import cx.ecou.eventstore.postgres.EmbeddedDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The keys of a node, and who is told when they change. */
@AutoConfiguration(after = EventStoreConfiguration.class)
public class PrivacyConfiguration {

    @Bean
    ModuleSchema privacySchema() {
        return ModuleSchema.guarded("privacy", 0);
    }

    @Bean
    PersonalCatalogue personalCatalogue(List<EventRegister> registers) {
        return new PersonalCatalogue(registers);
    }

    @Bean
    WrappingKeys wrappingKeys(
            @Value("${ecou.privacy.wrapping-key:}") String given,
            @Value("${ecou.home:./data}") Path home,
            ObjectProvider<EmbeddedDatabase> embedded) {
        return given.isBlank() && embedded.getIfAvailable() != null ? WrappingKeys.in(home) : WrappingKeys.of(given);
    }

    @Bean
    SubjectKeys subjectKeys(DataSource dataSource, WrappingKeys wrapping) {
        return SubjectKeys.on(dataSource, wrapping);
    }

    @Bean
    EventEncryption eventEncryption(PersonalCatalogue catalogue, SubjectKeys keys) {
        return new EventEncryption(catalogue, () -> keys);
    }

    @Bean
    SubjectCipher subjectCipher(SubjectKeys keys) {
        return new SubjectCipher(keys);
    }

    @Bean
    PersonalHistory personalHistory(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            PersonalCatalogue catalogue,
            EventEncryption encryption) {
        return new PersonalHistory(dataSource, new TransactionTemplate(transactions), catalogue, encryption);
    }

    @Bean
    DataKeys dataKeys(DataSource dataSource, SubjectKeys ring, Announcements announcements, Clock clock) {
        return new DataKeys(new KeyTable(dataSource), ring, announcements, clock);
    }

    /** The lists of a node, if it has a folder for them; made only when the folder of backups is this database's. */
    @Bean(destroyMethod = "close")
    PrivacyCopy privacyCopy(
            DataSource dataSource,
            ObjectProvider<EmbeddedDatabase> embedded,
            ObjectProvider<WalCopy> backup,
            WrappingKeys wrapping,
            SubjectKeys whenTheKeysAreThere,
            @Value("${ecou.home:./data}") Path home,
            @Value("${ecou.backup.folder:#{null}}") @Nullable Path backups,
            @Value("${ecou.privacy.erasure-list:#{null}}") @Nullable Path list) {
        boolean isBackedUp = backup.getIfAvailable() != null;
        List<ErasureList> lists = Stream.of(
                        embedded.getIfAvailable() == null ? null : ErasureList.in(home),
                        isBackedUp && backups != null ? ErasureList.in(backups) : null,
                        list == null ? null : new ErasureList(list.toAbsolutePath()))
                .filter(Objects::nonNull)
                .toList();
        // A database that was restored may have brought keys back: before anybody reads it, they are destroyed again.
        lists.forEach(erased -> erased.replay(dataSource));
        var copy =
                new PrivacyCopy(dataSource, lists, wrapping.file() == null ? null : home, isBackedUp ? backups : null);
        copy.start();
        return copy;
    }

    /** Whatever is kept decrypted on this node is forgotten. */
    @Bean
    SmartInitializingSingleton forgetsWhatChanged(
            Announcements announcements,
            SubjectKeys ring,
            WrappingKeys wrapping,
            ObjectProvider<OrderedEventStore> events) {
        return () -> announcements.listen(DataKeys.CHANGED, () -> {
            ring.forgetAll();
            events.ifAvailable(OrderedEventStore::forgetRecent);
            wrapping.lookAgain();
        });
    }
}
