package cx.ecou.feedback.write.imports;

import cx.ecou.feedback.write.imports.mapping.Mapping;
import cx.ecou.feedback.write.imports.mapping.MappingJson;
import cx.ecou.kernel.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mappings kept by name, offered again when a file has the columns that they name. */
@Component
public class SavedMappings {

    private final JdbcClient database;
    private final Clock clock;

    SavedMappings(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Keeps a mapping under its name, in the place of an earlier one; one without a name is not kept. */
    public void keep(Mapping mapping, List<String> header, Actor by) {
        if (mapping.name() == null) {
            return;
        }
        database.sql("""
                        insert into feedback.import_mapping (name, header, mapping, saved_by, saved_at) values (?, ?, ?, ?, ?)
                        on conflict (name) do update set header = excluded.header, mapping = excluded.mapping,
                          saved_by = excluded.saved_by, saved_at = excluded.saved_at""")
                .params(mapping.name(), header.toArray(String[]::new), MappingJson.write(mapping), by.name())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** All, by name. */
    public List<Saved> all() {
        return database.sql("select * from feedback.import_mapping order by lower(name), name")
                .query((row, n) -> new Saved(
                        row.getString("name"),
                        List.of((String[]) row.getArray("header").getArray()),
                        MappingJson.read(row.getString("mapping")),
                        row.getString("saved_by"),
                        row.getObject("saved_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Those whose columns a file has, the ones made for exactly its columns first. */
    public List<Saved> fitting(List<String> header) {
        return all().stream()
                .filter(saved -> header.containsAll(saved.mapping().columns()))
                .sorted(java.util.Comparator.comparing(saved -> !saved.header().equals(header)))
                .toList();
    }

    public Optional<Saved> find(String name) {
        return all().stream().filter(saved -> saved.name().equals(name)).findFirst();
    }

    public void remove(String name) {
        database.sql("delete from feedback.import_mapping where name = ?")
                .param(name)
                .update();
    }

    /**
     * A mapping that is kept.
     *
     * @param header the columns of the file for which it was made
     */
    public record Saved(String name, List<String> header, Mapping mapping, String savedBy, Instant savedAt) {}
}
