package cx.ecou.webshell.texts;

import cx.ecou.webshell.testing.TextCompleteness;
import org.junit.jupiter.api.Test;

class TextsTests {

    @Test
    void the_shell_speaks_all_languages() {
        TextCompleteness.of("texts/web-shell/messages").check();
    }
}
