package cx.ecou.feedback.write.imports.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EncodingVoteTests {

    private static final String POLISH = "Zażółć gęślą jaźń; paczka przyszła źle, śmieszne wąsy\n";
    private static final String CZECH = "Příliš žluťoučký kůň úpěl ďábelské ódy; šťastný život\n";
    private static final String ROMANIAN = "Livrare întârziată, ambalaj distrus, mulţumesc, aşa şi aşa\n";

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("texts")
    void an_encoding_is_found_from_validity_and_letters(String language, String encoding, String text) {
        assertThat(decided(text.getBytes(Charset.forName(encoding))))
                .isEqualTo(TextEncoding.labelled(encoding).orElseThrow());
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("Polish", "UTF-8", POLISH),
                Arguments.of("Polish", "windows-1250", POLISH),
                Arguments.of("Polish", "ISO-8859-2", POLISH),
                Arguments.of("Czech", "UTF-8", CZECH),
                Arguments.of("Czech", "windows-1250", CZECH),
                Arguments.of("Czech", "ISO-8859-2", CZECH),
                Arguments.of("Romanian", "UTF-8", ROMANIAN),
                Arguments.of("Romanian with quotation marks", "windows-1250", "„" + ROMANIAN + "”"));
    }

    @Test
    void plain_ascii_is_utf_8() {
        assertThat(decided("nps,comment\n9,fine\n".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(TextEncoding.UTF_8);
    }

    @Test
    void a_byte_order_mark_decides() {
        assertThat(decided("\uFEFFocena;opinia\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(TextEncoding.UTF_8);
        assertThat(decided("\uFEFFocena;opinia\n".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(TextEncoding.UTF_16LE);
        assertThat(decided("\uFEFFocena;opinia\n".getBytes(StandardCharsets.UTF_16BE)))
                .isEqualTo(TextEncoding.UTF_16BE);
    }

    @Test
    void one_broken_character_does_not_turn_utf_8_into_something_else() {
        byte[] bytes = (POLISH.repeat(5) + "X").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0xE6;

        assertThat(decided(bytes)).isEqualTo(TextEncoding.UTF_8);
    }

    @Test
    void a_character_cut_between_two_pieces_is_whole() {
        byte[] bytes = "ł".repeat(3).getBytes(StandardCharsets.UTF_8);
        var vote = new EncodingVote();
        for (byte one : bytes) {
            vote.add(new byte[] {one}, 1);
        }

        assertThat(vote.decide()).contains(TextEncoding.UTF_8);
        assertThat(vote.bytes()).isEqualTo(6);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherFormats")
    void what_is_no_text_is_known_as_such(String what, byte[] bytes) {
        var vote = new EncodingVote();
        vote.add(bytes, bytes.length);

        assertThat(vote.decide()).isEmpty();
    }

    static Stream<Arguments> otherFormats() {
        return Stream.of(
                Arguments.of("xlsx", new byte[] {0x50, 0x4B, 3, 4, 'a', 'b'}),
                Arguments.of("xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}),
                Arguments.of("pdf", "%PDF-1.7 text".getBytes(StandardCharsets.US_ASCII)),
                Arguments.of("gzip", new byte[] {0x1F, (byte) 0x8B, 8, 0}),
                Arguments.of("UTF-16 without a mark", "nps,comment\n".getBytes(StandardCharsets.UTF_16LE)));
    }

    @ParameterizedTest
    @MethodSource("brokenSequences")
    void broken_utf_8_is_counted(String what, int[] bytes, int sound, int broken) {
        var count = new Utf8Count();
        for (int one : bytes) {
            count.add((byte) one);
        }

        assertThat(count.sound()).isEqualTo(sound);
        assertThat(count.broken()).isEqualTo(broken);
    }

    static Stream<Arguments> brokenSequences() {
        return Stream.of(
                Arguments.of("two bytes", new int[] {0xC5, 0x82}, 1, 0),
                Arguments.of("four bytes", new int[] {0xF0, 0x9F, 0x98, 0x80}, 1, 0),
                Arguments.of("over-long", new int[] {0xC0, 0x80}, 0, 2),
                Arguments.of("over-long in three", new int[] {0xE0, 0x80, 0x80}, 0, 3),
                Arguments.of("half a surrogate", new int[] {0xED, 0xA0, 0x80}, 0, 3),
                Arguments.of("above the last character", new int[] {0xF4, 0x90, 0x80, 0x80}, 0, 4),
                Arguments.of("broken off, then sound", new int[] {0xC5, 0xC5, 0x82}, 1, 1));
    }

    private static TextEncoding decided(byte[] bytes) {
        var vote = new EncodingVote();
        vote.add(bytes, bytes.length);
        return vote.decide().orElseThrow();
    }
}
