package cx.ecou.customer.read.erasure;

import cx.ecou.customer.events.ErasureReason;
import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.deadletter.DeadLetters;
import cx.ecou.eventstore.privacy.ClearText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the proofs of erasures. What was done at once is told as it was written down then; read models are asked now, and are done when
 * they have passed the erasure and nothing legible is left in them.
 */
@Component
public class ErasureProofs {

    private static final TypeReference<TreeMap<String, Long>> ROWS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final List<ClearText> clearTexts;
    private final Positions positions;
    private final DeadLetters letters;

    ErasureProofs(JdbcTemplate jdbc, List<ClearText> clearTexts, Positions positions, DeadLetters letters) {
        this.jdbc = jdbc;
        this.clearTexts = clearTexts;
        this.positions = positions;
        this.letters = letters;
    }

    public Optional<ErasureProof> find(UUID erasureId) {
        return jdbc
                .query("select * from customer.erasure where erasure_id = ?", (row, n) -> proof(row), erasureId)
                .stream()
                .findFirst();
    }

    /** The erasure of a customer; empty when they are not erased. */
    public Optional<UUID> of(UUID customerId) {
        return jdbc
                .queryForList(
                        "select erasure_id from customer.customer where customer_id = ? and erasure_id is not null",
                        UUID.class,
                        customerId)
                .stream()
                .findFirst();
    }

    private ErasureProof proof(ResultSet row) throws SQLException {
        UUID erasureId = row.getObject("erasure_id", UUID.class);
        UUID customerId = row.getObject("customer_id", UUID.class);
        List<UUID> subjects = Arrays.asList((UUID[]) row.getArray("subjects").getArray());
        List<ErasedPlace> places = new ArrayList<>();
        places.add(ErasedPlace.atOnce("keys", subjects.size()));
        Map<String, Long> takenOut = JsonMapper.shared().readValue(row.getString("taken_out"), ROWS);
        takenOut.forEach((place, rows) -> places.add(ErasedPlace.atOnce(place, rows)));
        Set<UUID> persons =
                Stream.concat(Stream.of(customerId), subjects.stream()).collect(Collectors.toSet());
        places.addAll(readModels(positions.ofAggregate(erasureId), persons));
        return new ErasureProof(
                erasureId,
                customerId,
                subjects.size(),
                ErasureReason.valueOf(row.getString("reason")),
                row.getObject("asked_by", UUID.class),
                row.getObject("erased_at", OffsetDateTime.class).toInstant(),
                HexFormat.of().formatHex(row.getBytes("hash")),
                places);
    }

    private List<ErasedPlace> readModels(long position, Set<UUID> persons) {
        return clearTexts.stream()
                .filter(place -> place.processingGroup() != null)
                .map(place -> readModel(place, String.valueOf(place.processingGroup()), position, persons))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    /** Its place is asked first: what is counted then is at least as new. */
    private ErasedPlace readModel(ClearText place, String group, long position, Set<UUID> persons) {
        boolean passed = positions.of(group) >= position
                && letters.of(group, position - 1, 1).stream().noneMatch(letter -> letter.position() == position);
        ClearText.Held held = place.held(jdbc, persons);
        return new ErasedPlace(place.table().live(), held.rows(), held.legible(), passed && held.legible() == 0);
    }
}
