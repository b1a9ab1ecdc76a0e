package cx.ecou.customer.write.export;

import cx.ecou.eventstore.privacy.PersonalFact;
import cx.ecou.webshell.csv.Csv;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StreamUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A ZIP with everything twice: {@code data.json} for programs, and for people a table for each kind of event, {@code
 * feedback.FeedbackReceived.csv}.
 */
record ExportArchive(UUID customerId, Collection<UUID> ids, Instant madeAt) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    byte[] of(List<PersonalFact> facts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry("data.json"));
            zip.write(json(facts));
            zip.closeEntry();
            for (Map.Entry<String, List<PersonalFact>> kind : byName(facts).entrySet()) {
                zip.putNextEntry(new ZipEntry(kind.getKey() + ".csv"));
                table(kind.getValue(), zip);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Map<String, List<PersonalFact>> byName(List<PersonalFact> facts) {
        return facts.stream()
                .collect(Collectors.groupingBy(PersonalFact::name, LinkedHashMap::new, Collectors.toList()));
    }

    private byte[] json(List<PersonalFact> facts) {
        var all = JSON.createObjectNode();
        all.put("customerId", customerId.toString());
        all.put("madeAt", madeAt.toString());
        var known = all.putArray("knownAs");
        ids.forEach(id -> known.add(id.toString()));
        var events = all.putArray("events");
        facts.forEach(fact -> events.addObject()
                .put("position", fact.position())
                .put("event", fact.name())
                .put("recordedAt", fact.recordedAt().toString())
                .set("data", fact.said()));
        return JSON.writeValueAsBytes(all);
    }

    private static void table(List<PersonalFact> facts, ZipOutputStream zip) {
        Set<String> columns = new LinkedHashSet<>();
        facts.forEach(fact -> columns.addAll(fact.said().propertyNames()));
        try (Csv csv = Csv.forSpreadsheets(StreamUtils.nonClosing(zip))) {
            csv.row(Stream.concat(Stream.of("recordedAt"), columns.stream()).toArray());
            facts.forEach(fact -> csv.row(Stream.concat(
                            Stream.of(fact.recordedAt()),
                            columns.stream().map(column -> cell(fact.said().path(column))))
                    .toArray()));
        }
    }

    private static @Nullable Object cell(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue();
        }
        return value.isMissingNode() || value.isNull() ? "" : value.isValueNode() ? value.asString() : value.toString();
    }
}
