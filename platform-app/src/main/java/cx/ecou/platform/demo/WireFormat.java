package cx.ecou.platform.demo;

import cx.ecou.feedback.events.FeedbackReceived;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes feedback as the API takes it in: one JSON object a line. */
final class WireFormat {

    private static final JsonMapper JSON = JsonMapper.shared();

    private WireFormat() {}

    static byte[] lines(List<FeedbackReceived> voices) {
        var lines = new ByteArrayOutputStream();
        voices.forEach(voice ->
                lines.writeBytes((JSON.writeValueAsString(members(voice)) + "\n").getBytes(StandardCharsets.UTF_8)));
        return lines.toByteArray();
    }

    private static Map<String, @Nullable Object> members(FeedbackReceived voice) {
        Map<String, @Nullable Object> customer = new LinkedHashMap<>();
        customer.put("ref", voice.customerRef());
        customer.put("name", voice.customerName());
        customer.put("email", voice.customerEmail());
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("source", voice.source());
        members.put("externalId", voice.externalId());
        members.put("kind", voice.kind());
        members.put("occurredAt", voice.occurredAt().toString());
        members.put("language", voice.language());
        members.put("customer", customer);
        members.put("touchpoint", voice.touchpoint());
        members.put("channel", voice.channel());
        members.put("product", voice.product());
        members.put("region", voice.region());
        members.put("segment", voice.segment());
        members.put("scores", voice.scores());
        members.put("comment", voice.comment());
        members.put("attributes", voice.attributes());
        members.values().removeIf(value -> value == null);
        customer.values().removeIf(value -> value == null);
        return members;
    }
}
