package cx.ecou.platform.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordsTests {

    @Test
    void options_take_their_value_behind_them_or_behind_an_equals_sign() {
        assertThat(words("--until", "2026", "folder").option("--until")).contains("2026");
        assertThat(words("folder", "--until=2026=7").option("--until")).contains("2026=7");
        assertThat(words("folder", "--until=2026").plain()).containsExactly("folder");
    }

    @Test
    void a_flag_takes_no_value() {
        assertThat(words("--days", "folder").has("--days")).isTrue();
        assertThat(words("--days", "folder").plain()).containsExactly("folder");
        assertThat(words("folder").has("--days")).isFalse();
    }

    @Test
    void what_is_not_known_or_not_complete_is_refused_by_its_name() {
        assertThatThrownBy(() -> words("--unitl", "2026")).hasMessage("There is no option --unitl here.");
        assertThatThrownBy(() -> words("--until")).hasMessage("The option --until needs a value.");
        assertThatThrownBy(() -> words("a", "b").only("the folder")).hasMessage("Name the folder, and nothing else.");
        assertThatThrownBy(() -> words().only("the folder")).hasMessage("Name the folder, and nothing else.");
        assertThatThrownBy(() -> words("a").none()).hasMessage("The word a means nothing here.");
    }

    @Test
    void only_the_names_of_commands_are_commands() {
        assertThat(OperatorCommands.isOne(new String[] {"verify", "--days"})).isTrue();
        assertThat(OperatorCommands.isOne(new String[] {"--spring.profiles.active=demo"}))
                .isFalse();
        assertThat(OperatorCommands.isOne(new String[] {})).isFalse();
    }

    private static Words words(String... written) {
        return Words.of(List.of(written), Set.of("--until"), Set.of("--days"));
    }
}
