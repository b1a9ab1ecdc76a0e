package cx.ecou.eventstore.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowDigestTests {

    private static final UUID ID = UUID.fromString("01936e5c-1d2b-7c3d-8e4f-5a6b7c8d9e0f");
    private static final UUID LAMP = UUID.fromString("01936e5c-1d2b-7c3d-8e4f-000000000001");
    private static final Instant AT = Instant.parse("2026-11-22T10:15:30.123456Z");

    private final RowDigest digest = new RowDigest();

    @Test
    void the_link_of_a_row_is_the_same_for_ever() {
        assertThat(hex(row(7, ID, "Lamp", LAMP, 0, AT, "lamp.LampLit", "1", "{\"a\":\"ż\"}", "{}")))
                .isEqualTo("d2746b49210cbc97b8b51a8b4da0061b");
        assertThat(hex(row(7, ID, null, LAMP, 0, AT, "lamp.LampLit", null, "{}", "{}")))
                .isEqualTo("1ef5c9ccf3683a34f299862e62d4d82c");
    }

    @Test
    void every_column_counts_and_so_does_the_border_between_two() {
        assertThat(Stream.of(
                                row(7, ID, "Lamp", LAMP, 0, AT, "lamp.LampLit", "1", "{}", "{}"),
                                row(8, ID, "Lamp", LAMP, 0, AT, "lamp.LampLit", "1", "{}", "{}"),
                                row(7, LAMP, "Lamp", LAMP, 0, AT, "lamp.LampLit", "1", "{}", "{}"),
                                row(7, ID, "Lamq", LAMP, 0, AT, "lamp.LampLit", "1", "{}", "{}"),
                                row(7, ID, null, LAMP, 0, AT, "lamp.LampLit", "1", "{}", "{}"),
                                row(7, ID, "", LAMP, 0, AT, "lamp.LampLit", "1", "{}", "{}"),
                                row(7, ID, "Lamp", ID, 0, AT, "lamp.LampLit", "1", "{}", "{}"),
                                row(7, ID, "Lamp", LAMP, 1, AT, "lamp.LampLit", "1", "{}", "{}"),
                                row(7, ID, "Lamp", LAMP, 0, AT.plusNanos(1_000), "lamp.LampLit", "1", "{}", "{}"),
                                row(7, ID, "Lamp", LAMP, 0, AT, "lamp.LampLi", "t1", "{}", "{}"),
                                row(7, ID, "Lamp", LAMP, 0, AT, "lamp.LampLit", null, "{}", "{}"),
                                row(7, ID, "Lamp", LAMP, 0, AT, "lamp.LampLit", "1", "{ }", "{}"),
                                row(7, ID, "Lamp", LAMP, 0, AT, "lamp.LampLit", "1", "{}", "{ }"),
                                row(7, ID, "Lamp", LAMP, 0, AT, "lamp.LampLit", "1", "{}{", "}"))
                        .map(this::hex))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_link_before_counts() {
        RawEvent row = row(7, ID, "Lamp", LAMP, 0, AT, "lamp.LampLit", "1", "{}", "{}");

        assertThat(digest.of(digest.of(RowDigest.ORIGIN, row), row)).isNotEqualTo(digest.of(RowDigest.ORIGIN, row));
    }

    private String hex(RawEvent row) {
        return HexFormat.of().formatHex(digest.of(RowDigest.ORIGIN, row));
    }

    private static RawEvent row(
            long position,
            UUID id,
            @Nullable String aggregateType,
            UUID aggregate,
            long sequence,
            Instant at,
            String type,
            @Nullable String revision,
            String payload,
            String metadata) {
        return new RawEvent(
                position,
                id,
                utf8(aggregateType),
                aggregate,
                sequence,
                at,
                bytes(type),
                utf8(revision),
                bytes(payload),
                bytes(metadata));
    }

    private static byte @Nullable [] utf8(@Nullable String text) {
        return text == null ? null : bytes(text);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
