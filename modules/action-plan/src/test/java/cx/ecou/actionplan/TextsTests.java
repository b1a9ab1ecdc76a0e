package cx.ecou.actionplan;

import cx.ecou.webshell.testing.TextCompleteness;
import org.junit.jupiter.api.Test;

class TextsTests {

    @Test
    void every_text_stands_in_every_language() {
        TextCompleteness.of("texts/action-plan/messages").check();
    }
}
